package io.huhang.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Puts a letter into a mail: plain text, HTML and its files. */
final class Envelope {

	/** What all files of a letter may have in memory: more than a mail of 50 MB holds. */
	static final long MOST_BYTES = 40_000_000;

	private final MailSettings settings;

	private final Letters letters;

	private final LetterFiles files;

	Envelope(MailSettings settings, Letters letters, LetterFiles files) {
		this.settings = settings;
		this.letters = letters;
		this.files = files;
	}

	MimeMessage fill(MimeMessage message, Letter letter, Instant now) throws MessagingException {
		MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
		helper.setFrom(new InternetAddress(this.settings.from(), true));
		helper.setTo(recipient(letter));
		helper.setSubject(letter.title());
		helper.setSentDate(Date.from(now));
		helper.setText(this.letters.text(letter), this.letters.html(letter));
		long left = MOST_BYTES;
		for (LetterFile file : letter.files()) {
			byte[] content = content(file, left);
			left -= content.length;
			helper.addAttachment(file.name(), new ByteArrayResource(content));
			// Or text would be encoded by its looks, and nobody could say how large it
			// gets.
			last(helper).setHeader("Content-Transfer-Encoding", "base64");
		}
		message.setHeader("Auto-Submitted", "auto-generated");
		message.setHeader("Message-ID", "<%s.%d@%s>".formatted(letter.id(), letter.resends(), this.settings.domain()));
		return message;
	}

	private static BodyPart last(MimeMessageHelper helper) throws MessagingException {
		return helper.getRootMimeMultipart().getBodyPart(helper.getRootMimeMultipart().getCount() - 1);
	}

	/** Read at once: a file that fails while the server listens leaves half a mail. */
	private byte[] content(LetterFile file, long most) {
		try (InputStream in = this.files.open(file.fileId())) {
			byte[] content = in.readNBytes((int) most + 1);
			if (content.length > most) {
				throw new IllegalStateException("the files of a letter are more than %d bytes".formatted(MOST_BYTES));
			}
			return content;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Strict: an address that reads as two, or as a header, is none. */
	private static InternetAddress recipient(Letter letter) throws MessagingException {
		InternetAddress address = new InternetAddress(letter.recipientEmail(), true);
		try {
			address.setPersonal(letter.recipientName().replaceAll("\\p{Cc}", " "), StandardCharsets.UTF_8.name());
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
		return address;
	}

}
