package io.huhang.process.engine;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** Hands on the body as it was checked, not as it was sent. */
class CheckedBody extends HttpServletRequestWrapper {

	private final byte[] bytes;

	CheckedBody(HttpServletRequest request, JsonNode body) {
		super(request);
		this.bytes = body.isMissingNode() ? new byte[0] : body.toString().getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public String getCharacterEncoding() {
		return StandardCharsets.UTF_8.name();
	}

	@Override
	public int getContentLength() {
		return this.bytes.length;
	}

	@Override
	public long getContentLengthLong() {
		return this.bytes.length;
	}

	@Override
	public ServletInputStream getInputStream() {
		ByteArrayInputStream content = new ByteArrayInputStream(this.bytes);
		return new ServletInputStream() {

			@Override
			public int read() {
				return content.read();
			}

			@Override
			public boolean isFinished() {
				return content.available() == 0;
			}

			@Override
			public boolean isReady() {
				return true;
			}

			@Override
			public void setReadListener(ReadListener listener) {
				throw new UnsupportedOperationException("the body is here already");
			}

		};
	}

	@Override
	public BufferedReader getReader() {
		return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
	}

}
