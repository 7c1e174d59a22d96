package io.huhang.campaign;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as 64 lower-case hex digits: how this product names contents. */
public final class Sha256 {

	private Sha256() {
	}

	/** The hash of these bytes. */
	public static String hex(byte[] content) {
		return HexFormat.of().formatHex(digest().digest(content));
	}

	/** The hash of this text in UTF-8. */
	public static String hex(String text) {
		return hex(text.getBytes(StandardCharsets.UTF_8));
	}

	/** A digest to feed piece by piece. */
	public static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
