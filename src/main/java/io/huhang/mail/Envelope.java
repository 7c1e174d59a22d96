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
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Puts a letter into a mail: plain text, HTML, the date to keep and its files. */
@Component
class Envelope {

	/** What all files of a letter may have in memory: more than a mail of 50 MB holds. */
	static final long MOST_BYTES = 40_000_000;

	private final MailSettings settings;

	private final Letters letters;

	private final LetterKinds kinds;

	private final ObjectProvider<LetterFiles> files;

	Envelope(MailSettings settings, Letters letters, LetterKinds kinds, ObjectProvider<LetterFiles> files) {
		this.settings = settings;
		this.letters = letters;
		this.kinds = kinds;
		this.files = files;
	}

	MimeMessage fill(MimeMessage message, Letter letter, Instant now) throws MessagingException {
		MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
		helper.setFrom(new InternetAddress(this.settings.from(), true));
		helper.setTo(recipient(letter));
		helper.setSubject(letter.title());
		helper.setSentDate(Date.from(now));
		String html = this.letters.html(letter);
		helper.setText(PlainText.of(html), html);
		long left = MOST_BYTES;
		for (LetterFile file : letter.files()) {
			byte[] content = content(file, left);
			left -= content.length;
			attach(helper, file.name(), content);
		}
		if (letter.date().isPresent()) {
			attachCalendar(helper, letter, letter.date().get());
		}
		message.setHeader("Auto-Submitted", "auto-generated");
		message.setHeader("Message-ID", "<%s.%d@%s>".formatted(letter.id(), letter.resends(), this.settings.domain()));
		return message;
	}

	private void attachCalendar(MimeMessageHelper helper, Letter letter, DateToKeep date) throws MessagingException {
		String label = this.kinds.header(letter.kind())
			.keeps()
			.map(LetterHeader.Keeps::label)
			.orElseThrow(() -> new IllegalStateException("letter %s keeps no date".formatted(letter.kind())));
		helper.addAttachment(CalendarFile.NAME,
				new ByteArrayResource(CalendarFile.of(letter, date, label, this.settings.domain())), CalendarFile.TYPE);
		encode(helper);
	}

	private static void attach(MimeMessageHelper helper, String name, byte[] content) throws MessagingException {
		helper.addAttachment(name, new ByteArrayResource(content));
		encode(helper);
	}

	// Or text would be encoded by its looks, and nobody could say how large it gets.
	private static void encode(MimeMessageHelper helper) throws MessagingException {
		int parts = helper.getRootMimeMultipart().getCount();
		BodyPart last = helper.getRootMimeMultipart().getBodyPart(parts - 1);
		last.setHeader("Content-Transfer-Encoding", "base64");
	}

	/** Read at once: a file that fails while the server listens leaves half a mail. */
	private byte[] content(LetterFile file, long most) {
		try (InputStream in = this.files.getObject().open(file.fileId())) {
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
