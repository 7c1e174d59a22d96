package io.huhang.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Whose address this is, as far as requests are counted. */
final class ClientNetwork {

	private ClientNetwork() {
	}

	/** One line has a whole /64 of IPv6 to choose from. */
	static String of(String address) {
		try {
			byte[] bytes = InetAddress.getByName(address).getAddress();
			return HexFormat.of().formatHex((bytes.length > 4) ? Arrays.copyOf(bytes, 8) : bytes);
		}
		catch (UnknownHostException ex) {
			return address;
		}
	}

}
