package io.huhang.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Puts a letter into a mail: plain text, HTML and its files. */
final class Envelope {

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
		for (LetterFile file : letter.files()) {
			helper.addAttachment(file.name(), new ByteArrayResource(content(file)));
		}
		message.setHeader("Auto-Submitted", "auto-generated");
		message.setHeader("Message-ID", "<%s.%d@%s>".formatted(letter.id(), letter.resends(), this.settings.domain()));
		return message;
	}

	/** Read at once: a file that fails while the server listens leaves half a mail. */
	private byte[] content(LetterFile file) {
		try (InputStream in = this.files.open(file.fileId())) {
			return in.readAllBytes();
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
