package io.huhang.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.StringUtils;

/**
 * One connection to the mail server for all letters of a round. Spring's sender opens one
 * for each, or tells of a whole batch at its end only.
 */
final class MailLine implements AutoCloseable {

	static final String SOCKETS = "mail.smtp.socketFactory";

	private final JavaMailSenderImpl server;

	private Transport transport;

	MailLine(JavaMailSenderImpl server) {
		this.server = server;
	}

	/** Connects, unless it is connected. */
	void open() throws MessagingException {
		if (this.transport != null) {
			return;
		}
		Session session = this.server.getSession();
		session.getProperties().putIfAbsent(SOCKETS, new QuickSockets());
		String protocol = session.getProperty("mail.transport.protocol");
		Transport opened = session.getTransport((protocol != null) ? protocol : JavaMailSenderImpl.DEFAULT_PROTOCOL);
		opened.connect(this.server.getHost(), this.server.getPort(), text(this.server.getUsername()),
				text(this.server.getPassword()));
		this.transport = opened;
	}

	private static String text(String setting) {
		return StringUtils.hasText(setting) ? setting : null;
	}

	MimeMessage newMail() {
		return this.server.createMimeMessage();
	}

	/** Returns when the server has taken the mail. */
	void send(MimeMessage mail) throws MessagingException {
		// Saving makes another id.
		String id = mail.getMessageID();
		mail.saveChanges();
		mail.setHeader("Message-ID", id);
		this.transport.sendMessage(mail, mail.getAllRecipients());
	}

	/** Whether the server still listens after it refused something. */
	boolean isOpen() {
		return this.transport != null && this.transport.isConnected();
	}

	@Override
	public void close() {
		try {
			if (this.transport != null) {
				this.transport.close();
			}
		}
		catch (MessagingException ex) {
			// Whatever was sent has been answered; a server may leave without a word.
			this.transport = null;
		}
	}

}
