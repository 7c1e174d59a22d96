package io.huhang.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

import javax.net.SocketFactory;

/**
 * Sockets that send at once. Without it the last lines of each mail wait 40 ms for the
 * receiver's word about the first ones.
 */
final class QuickSockets extends SocketFactory {

	@Override
	public Socket createSocket() throws IOException {
		Socket socket = new Socket();
		socket.setTcpNoDelay(true);
		return socket;
	}

	@Override
	public Socket createSocket(String host, int port) throws IOException {
		return connect(new InetSocketAddress(host, port), null);
	}

	@Override
	public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
		return connect(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
	}

	@Override
	public Socket createSocket(InetAddress host, int port) throws IOException {
		return connect(new InetSocketAddress(host, port), null);
	}

	@Override
	public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
		return connect(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
	}

	private Socket connect(InetSocketAddress remote, InetSocketAddress local) throws IOException {
		Socket socket = createSocket();
		socket.bind(local);
		socket.connect(remote);
		return socket;
	}

}
