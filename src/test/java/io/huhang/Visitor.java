package io.huhang;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.UUID;

import io.huhang.organization.Person;

/** Someone in front of a browser: keeps cookies and sends both CSRF tokens back. */
public final class Visitor {

	private final CookieManager cookies;

	private final HttpClient http;

	private final String base;

	private Visitor(int port) {
		this(port, new CookieManager());
	}

	private Visitor(int port, CookieManager cookies) {
		this.base = "http://localhost:" + port;
		this.cookies = cookies;
		this.http = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(Redirect.NEVER).build();
	}

	/** Someone who is not logged in. */
	public static Visitor anonymous(int port) {
		return new Visitor(port);
	}

	/** This person, logged in through the portal, with Tasklist open. */
	public static Visitor of(Person person, int port) {
		Visitor visitor = new Visitor(port);
		visitor.logIn(person.id(), Cast.PASSWORD);
		visitor.get("/camunda/app/tasklist/default/");
		return visitor;
	}

	/** The same browser, whose next requests another node answers. */
	public Visitor at(int otherPort) {
		return new Visitor(otherPort, this.cookies);
	}

	/** Sends the login form. */
	public HttpResponse<String> logIn(String userId, String password) {
		get("/login");
		return submit("/login", Map.of("username", userId, "password", password));
	}

	/**
	 * Sends a form of a page that was opened before, as a browser without script does.
	 */
	public HttpResponse<String> submit(String path, Map<String, String> fields) {
		Map<String, String> complete = new LinkedHashMap<>(fields);
		cookie("HUHANG-CSRF").ifPresent(token -> complete.put("_csrf", token));
		String form = complete.entrySet()
			.stream()
			.map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
			.collect(Collectors.joining("&"));
		return send(HttpRequest.newBuilder(uri(path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form)));
	}

	public HttpResponse<String> get(String path) {
		return send(HttpRequest.newBuilder(uri(path)));
	}

	/** Opens a page, as a browser asks for it. */
	public HttpResponse<String> open(String path) {
		return send(HttpRequest.newBuilder(uri(path)).header("Accept", "text/html,*/*;q=0.8"));
	}

	public HttpResponse<String> post(String path, String json) {
		return send("POST", path, json);
	}

	/** Sends JSON with both tokens, as the pages of this product do. */
	public HttpResponse<String> send(String method, String path, String json) {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
			.header("Content-Type", "application/json")
			.method(method, BodyPublishers.ofString(json));
		cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
		cookie("HUHANG-CSRF").ifPresent(token -> request.header("X-HUHANG-CSRF", token));
		return send(request);
	}

	/** Sends a form of the portal with its token; fields are encoded already. */
	public HttpResponse<String> submit(String path, String fields) {
		return send(HttpRequest.newBuilder(uri(path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(fields + "&_csrf=" + encode(cookie("HUHANG-CSRF").orElseThrow()))));
	}

	/** What is behind an address, byte by byte. */
	public byte[] download(String path) {
		try {
			return this.http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofByteArray()).body();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Sends a file as the forms of this product do. */
	public HttpResponse<String> upload(String path, String name, byte[] content) {
		return upload(path, name, content, UUID.randomUUID().toString());
	}

	/** Sends a file under this key. */
	public HttpResponse<String> upload(String path, String name, byte[] content, String key) {
		String boundary = "huhang-visitor";
		String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
				+ "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
		HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
			.header("Content-Type", "multipart/form-data; boundary=" + boundary)
			.header("Idempotency-Key", key)
			.POST(BodyPublishers.concat(BodyPublishers.ofString(head), BodyPublishers.ofByteArray(content),
					BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")));
		cookie("HUHANG-CSRF").ifPresent(token -> request.header("X-HUHANG-CSRF", token));
		return send(request);
	}

	/** Sends JSON as a page of somebody else would: with the cookies, without tokens. */
	public HttpResponse<String> sendForged(String method, String path, String json) {
		return send(HttpRequest.newBuilder(uri(path))
			.header("Content-Type", "application/json")
			.method(method, BodyPublishers.ofString(json)));
	}

	/** Sends JSON with cookies and tokens from a page of another site. */
	public HttpResponse<String> sendFrom(String origin, String method, String path, String json) {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
			.header("Content-Type", "application/json")
			.header("Origin", origin)
			.method(method, BodyPublishers.ofString(json));
		cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
		cookie("HUHANG-CSRF").ifPresent(token -> request.header("X-HUHANG-CSRF", token));
		return send(request);
	}

	public Optional<String> cookie(String name) {
		return this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter(cookie -> cookie.getName().equals(name))
			.map(HttpCookie::getValue)
			.findFirst();
	}

	private URI uri(String path) {
		return URI.create(this.base + path);
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.http.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String encode(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

}
