package io.huhang.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.core.io.ClassPathResource;

/** Texts and their 字数, for the server's count and for the one on the page. */
public final class WordCounts {

	private WordCounts() {
	}

	/** One text and how many 字 Word counts in it. */
	public record Vector(String text, int chars) {
	}

	/** All of them. */
	public static List<Vector> vectors() {
		try {
			return List.of(new ObjectMapper().readValue(new ClassPathResource("word-count.json").getInputStream(),
					Vector[].class));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
