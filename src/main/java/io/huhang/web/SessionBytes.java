package io.huhang.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a session holds, as bytes. The database is not code: only the classes named here
 * come back from it, and what another version wrote or somebody altered counts as absent,
 * so that the person logs in again.
 */
final class SessionBytes {

	private static final Logger log = LoggerFactory.getLogger(SessionBytes.class);

	// The login, the page it interrupted, and what the webapps remember of a person.
	private static final ObjectInputFilter KNOWN = ObjectInputFilter.Config
		.createFilter("maxbytes=100000;maxdepth=20;maxrefs=3000;maxarray=3000;java.lang.*;java.util.*;"
				+ "io.huhang.web.SignedIn;org.springframework.security.core.context.SecurityContextImpl;"
				+ "org.springframework.security.authentication.AbstractAuthenticationToken;"
				+ "org.springframework.security.authentication.UsernamePasswordAuthenticationToken;"
				+ "org.springframework.security.core.authority.SimpleGrantedAuthority;"
				+ "org.springframework.security.web.authentication.WebAuthenticationDetails;"
				+ "org.springframework.security.web.savedrequest.*;"
				+ "org.camunda.bpm.webapp.impl.security.auth.Authentication;"
				+ "org.camunda.bpm.webapp.impl.security.auth.Authentications;"
				+ "org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;!*");

	private SessionBytes() {
	}

	static byte[] write(Object value) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(value);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/** The value, or null when it cannot or must not be read. */
	static Object read(byte[] bytes) {
		try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
			in.setObjectInputFilter(KNOWN);
			return in.readObject();
		}
		catch (IOException | ClassNotFoundException | RuntimeException | LinkageError ex) {
			log.warn("session value discarded bytes={} cause={}", bytes.length, ex.toString());
			return null;
		}
	}

}
