package io.huhang.process.engine;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.springframework.web.util.UriUtils;

/**
 * A request's path taken apart, decoded once. Paths that two programs could read in two
 * ways ({@code ;}, {@code //}, dot segments, encoded slashes) have no such form.
 */
record WebappPath(List<String> segments) {

	/** The path of this raw URI; empty if it can be read in more than one way. */
	static Optional<WebappPath> of(String rawPath) {
		String path = rawPath.endsWith("/") ? rawPath.substring(0, rawPath.length() - 1) : rawPath;
		if (!path.startsWith("/")) {
			return Optional.empty();
		}
		try {
			List<String> segments = Arrays.stream(path.substring(1).split("/", -1))
				.map(segment -> UriUtils.decode(segment, StandardCharsets.UTF_8))
				.toList();
			return Optional.of(new WebappPath(segments)).filter(WebappPath::plain);
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** Whether it begins with these segments, written {@code a/b}. */
	boolean startsWith(String prefix) {
		List<String> expected = List.of(prefix.split("/"));
		return this.segments.size() >= expected.size() && this.segments.subList(0, expected.size()).equals(expected);
	}

	/** Whether it consists of these segments, written {@code a/b}. */
	boolean is(String path) {
		return this.segments.equals(List.of(path.split("/")));
	}

	/** Whether it is somebody's name and address, wherever the engine keeps them. */
	boolean isProfile() {
		return this.segments.size() == 8 && startsWith("camunda/api/engine/engine/default/user")
				&& this.segments.get(7).equals("profile");
	}

	private boolean plain() {
		return this.segments.stream().allMatch(WebappPath::plain);
	}

	private static boolean plain(String segment) {
		return !segment.isEmpty() && !segment.equals(".") && !segment.equals("..")
				&& segment.chars().noneMatch(c -> c < ' ' || c == 0x7f || "/\\;%?#".indexOf(c) >= 0);
	}

}
