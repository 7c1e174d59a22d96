package io.huhang;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("说明文件提到的文件和类都存在")
class ReadmeTests {

	private static final Path README = Path.of("README.md");

	private static final Path RECORDS = Path.of("src/docs");

	// What a build or a run makes: named in the README, absent from a fresh checkout.
	private static final List<String> MADE = List.of("target/", "data/");

	private static final Set<String> WORDS_OF_OTHERS = Set.of("Tasklist", "Cockpit", "Admin", "Clock");

	private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```");

	private static final Pattern QUOTED = Pattern.compile("`([^`\\n]+)`");

	private static final Pattern LINKED = Pattern.compile("]\\(([^)#\\s]+)[^)]*\\)");

	private static final Pattern FILE = Pattern
		.compile("\\w[\\w./*-]*/[\\w./*-]*|[\\w*.-]+\\.(bpmn|dmn|form|html|yml|csv|md|java|xml|sql)");

	private static final Pattern CLASS = Pattern.compile("@?([A-Z]\\w*[a-z]\\w*)(\\.\\w+(\\(.*\\))?)?");

	@Test
	@DisplayName("项目有一份 README，并列出每张流程图")
	void introducesTheProject() throws IOException {
		assertThat(README).isRegularFile();
		try (Stream<Path> diagrams = Files.list(Path.of("bpmn"))) {
			assertThat(diagrams.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".bpmn")))
				.isNotEmpty()
				.allSatisfy(name -> assertThat(README).content().contains(name.replace(".bpmn", "")));
		}
	}

	@ParameterizedTest
	@MethodSource("documents")
	@DisplayName("提到的文件都在")
	void namesOnlyFilesThatExist(Path document) throws IOException {
		List<Path> files = repository();

		assertThat(quoted(document).filter(FILE.asMatchPredicate())
			.filter(name -> MADE.stream().noneMatch(name::startsWith)))
			.allSatisfy(name -> assertThat(files).as(name).anyMatch(file -> isNamed(file, name)));
	}

	@ParameterizedTest
	@MethodSource("documents")
	@DisplayName("提到的类都在")
	void namesOnlyClassesThatExist(Path document) throws IOException {
		Set<String> classes = repository().stream()
			.map(file -> file.getFileName().toString())
			.filter(name -> name.endsWith(".java"))
			.map(name -> name.replace(".java", ""))
			.collect(Collectors.toSet());

		assertThat(quoted(document).map(CLASS::matcher)
			.filter(matcher -> matcher.matches())
			.map(matcher -> matcher.group(1))
			.filter(name -> !WORDS_OF_OTHERS.contains(name))).allMatch(classes::contains);
	}

	@ParameterizedTest
	@MethodSource("documents")
	@DisplayName("链接指向的文件都在")
	void linksOnlyToFilesThatExist(Path document) throws IOException {
		Path folder = document.toAbsolutePath().getParent();

		assertThat(matches(LINKED, Files.readString(document)).filter(link -> !link.contains(":")))
			.allSatisfy(link -> assertThat(folder.resolve(link)).exists());
	}

	private static Stream<Path> documents() throws IOException {
		if (!Files.isDirectory(RECORDS)) {
			return Stream.of(README);
		}
		try (Stream<Path> records = Files.walk(RECORDS)) {
			return Stream.concat(Stream.of(README),
					records.filter(file -> file.toString().endsWith(".md")).toList().stream());
		}
	}

	// Names are relative to the repository, to the folder they are spoken of in, or bare.
	private static boolean isNamed(Path file, String name) {
		String plain = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
		if (!plain.contains("*")) {
			return file.endsWith(plain);
		}
		PathMatcher glob = FileSystems.getDefault().getPathMatcher("glob:**/" + plain);
		return glob.matches(Path.of("/").resolve(file));
	}

	private static List<Path> repository() throws IOException {
		try (Stream<Path> all = Files.walk(Path.of(""))) {
			return all.filter(file -> MADE.stream().noneMatch(made -> (file + "/").startsWith(made)))
				.filter(file -> !file.startsWith(".git"))
				.toList();
		}
	}

	private static Stream<String> quoted(Path document) throws IOException {
		return matches(QUOTED, FENCED.matcher(Files.readString(document)).replaceAll(""));
	}

	private static Stream<String> matches(Pattern pattern, String text) {
		return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
	}

}
