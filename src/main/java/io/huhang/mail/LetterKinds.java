package io.huhang.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Which letters there are: one per template below {@code letters/}. */
@Component
class LetterKinds {

	private static final String SUFFIX = ".html";

	private final Map<String, LetterHeader> headers = new TreeMap<>();

	LetterKinds() {
		try {
			for (Resource template : new PathMatchingResourcePatternResolver(getClass().getClassLoader())
				.getResources("classpath:letters/*" + SUFFIX)) {
				String name = template.getFilename();
				LetterHeader.of(template.getContentAsString(StandardCharsets.UTF_8))
					.ifPresent(header -> this.headers.put(name.substring(0, name.length() - SUFFIX.length()), header));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What the template of this kind says about it.
	 * @throws IllegalArgumentException if there is no such kind
	 */
	LetterHeader header(String kind) {
		LetterHeader header = this.headers.get(kind);
		if (header == null) {
			throw new IllegalArgumentException("unknown letter " + kind);
		}
		return header;
	}

	/** What people call each kind. */
	Map<String, String> labels() {
		Map<String, String> labels = new TreeMap<>();
		this.headers.forEach((kind, header) -> labels.put(kind, header.label()));
		return labels;
	}

}
