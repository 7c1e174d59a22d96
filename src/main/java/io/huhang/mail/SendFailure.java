package io.huhang.mail;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SSLException;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * Why a letter did not leave, without the server's own words: those contain addresses.
 *
 * @param reply the server's code, such as 550; 0 if it said nothing
 */
record SendFailure(Reason reason, int reply) {

	private static final int PERMANENT = 500;

	/** What people read as the cause. */
	enum Reason {

		UNREACHABLE("连接不上邮件服务器"), LOGIN_REFUSED("邮件服务器拒绝登录，请核对账号和密码"), NOT_ENCRYPTED("与邮件服务器的加密连接没有建立，请核对端口和证书"),
		SILENT("邮件服务器没有在规定时间内应答"), CUT("传送中途连接中断，对方可能已经收到"), SENDER_REFUSED("邮件服务器不接受本系统的发件地址"),
		ADDRESS_INVALID("收件地址不是有效的邮箱"), RECIPIENT_REFUSED("邮件服务器拒收：收件地址不存在或者不可用"), LETTER_REFUSED("邮件服务器拒收该信"),
		LATER("邮件服务器暂时不能接收"), NOT_WRITTEN("该信或者其附件暂时不能读取");

		private final String label;

		Reason(String label) {
			this.label = label;
		}

	}

	/** Whether trying again is of no use: the letter is at fault, not the server. */
	boolean isPermanent() {
		return switch (this.reason) {
			case ADDRESS_INVALID, RECIPIENT_REFUSED, LETTER_REFUSED -> true;
			default -> false;
		};
	}

	/** The cause as people read it. */
	String text() {
		return (this.reply > 0) ? "%s（应答码%d）".formatted(this.reason.label, this.reply) : this.reason.label;
	}

	/** The letter could not be put into a mail. */
	static SendFailure writing(Exception ex) {
		return new SendFailure((ex instanceof AddressException) ? Reason.ADDRESS_INVALID : Reason.NOT_WRITTEN, 0);
	}

	/** No connection came about: nothing was said about any letter. */
	static SendFailure connecting(Exception ex) {
		List<Throwable> causes = causes(ex);
		if (first(causes, AuthenticationFailedException.class).isPresent()) {
			return new SendFailure(Reason.LOGIN_REFUSED, 0);
		}
		if (first(causes, SSLException.class).isPresent()) {
			return new SendFailure(Reason.NOT_ENCRYPTED, 0);
		}
		return new SendFailure(
				first(causes, SocketTimeoutException.class).isPresent() ? Reason.SILENT : Reason.UNREACHABLE, 0);
	}

	/** The connection was there, the letter did not get through. */
	static SendFailure sending(Exception ex) {
		List<Throwable> causes = causes(ex);
		if (first(causes, SocketTimeoutException.class).isPresent()) {
			return new SendFailure(Reason.SILENT, 0);
		}
		return first(causes, SMTPSenderFailedException.class)
			.map(sender -> new SendFailure(Reason.SENDER_REFUSED, sender.getReturnCode()))
			.or(() -> first(causes, SMTPAddressFailedException.class)
				.map(address -> refused(Reason.RECIPIENT_REFUSED, address.getReturnCode())))
			.or(() -> first(causes, SMTPSendFailedException.class).map(SendFailure::command))
			.orElseGet(() -> new SendFailure(
					first(causes, IOException.class).isPresent() ? Reason.CUT : Reason.NOT_WRITTEN, 0));
	}

	private static SendFailure command(SMTPSendFailedException failed) {
		boolean sender = failed.getCommand().startsWith("MAIL");
		int reply = failed.getReturnCode();
		return (sender && reply >= PERMANENT) ? new SendFailure(Reason.SENDER_REFUSED, reply)
				: refused(Reason.LETTER_REFUSED, reply);
	}

	private static SendFailure refused(Reason permanently, int reply) {
		if (reply <= 0) {
			return new SendFailure(Reason.CUT, 0);
		}
		return new SendFailure((reply >= PERMANENT) ? permanently : Reason.LATER, reply);
	}

	private static <T> Optional<T> first(List<Throwable> causes, Class<T> kind) {
		return causes.stream().filter(kind::isInstance).map(kind::cast).findFirst();
	}

	// Mail exceptions keep what they were caused by in a chain of their own.
	private static List<Throwable> causes(Throwable failure) {
		List<Throwable> causes = new ArrayList<>();
		for (Throwable cause = failure; cause != null && !causes.contains(cause); cause = next(cause)) {
			causes.add(cause);
		}
		return causes;
	}

	private static Throwable next(Throwable cause) {
		return (cause instanceof MessagingException mail && mail.getNextException() != null) ? mail.getNextException()
				: cause.getCause();
	}

}
