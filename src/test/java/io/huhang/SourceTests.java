package io.huhang;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("源文件：表归一个模块，包有一句双语说明，不用 Lombok")
class SourceTests {

	private static final Path SOURCES = Path.of("src/main/java/io/huhang");

	private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

	private static final Pattern CREATED = Pattern.compile("(?:create table|rename to) (\\w+)");

	private static final Pattern NAMED = Pattern.compile("\\b(?:from|join|into|update|table|references) (\\w+)",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//[^\\n]*");

	// Strings that follow each other are one: "… from " + "application_case".
	private static final Pattern GONE = Pattern
		.compile("(?m)^(?:drop table|alter table(?: if exists)?(?= \\w+ rename to)) (\\w+)");

	private static final Pattern CONCATENATION = Pattern.compile("\"\\s*\\+\\s*\"");

	@Test
	@DisplayName("每个模块只建自己名下的表")
	void createsOnlyTablesOfItsOwn() throws IOException {
		assertThat(tables()).isNotEmpty()
			.allSatisfy((table, module) -> assertThat(table).matches("%s(_[a-z_]+)?".formatted(module)));
	}

	@Test
	@DisplayName("每个模块的语句只碰自己的表，别的模块只存编号；引擎的表只有流程模块可碰")
	void touchesOnlyTablesOfItsOwn() throws IOException {
		Map<String, String> owners = tables();

		assertThat(files(SOURCES, ".java")).flatMap(file -> foreign(file, module(SOURCES, file), owners)).isEmpty();
		assertThat(files(MIGRATIONS, ".sql")).flatMap(file -> foreign(file, module(MIGRATIONS, file), owners))
			.isEmpty();
	}

	@Test
	@DisplayName("每张表都有语句在用")
	void leavesNoTableUnused() throws IOException {
		List<String> used = files(SOURCES, ".java").stream().flatMap(file -> named(file).stream()).toList();

		assertThat(used).containsAll(tables().keySet());
	}

	@Test
	@DisplayName("每个模块的 package-info 是一句中文、一句英文")
	void describesEachModuleInBothLanguages() throws IOException {
		try (Stream<Path> modules = Files.list(SOURCES)) {
			assertThat(modules.filter(Files::isDirectory)).isNotEmpty()
				.allSatisfy(module -> assertThat(module.resolve("package-info.java")).content()
					.containsPattern("\\p{IsHan}[^。]*。 [A-Z][^.]*\\."));
		}
	}

	@Test
	@DisplayName("不用 Lombok")
	void usesNoLombok() throws IOException {
		assertThat(files(SOURCES, ".java")).allSatisfy(file -> assertThat(file).content().doesNotContain("lombok"));
		assertThat(Path.of("pom.xml")).content().doesNotContain("lombok");
	}

	private static Map<String, String> tables() throws IOException {
		List<String> gone = files(MIGRATIONS, ".sql").stream().flatMap(file -> matches(GONE, read(file))).toList();
		return files(MIGRATIONS, ".sql").stream()
			.flatMap(file -> matches(CREATED, read(file)).map(table -> Map.entry(table, module(MIGRATIONS, file))))
			.filter(table -> !gone.contains(table.getKey()))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	private static List<String> named(Path file) {
		return matches(NAMED, CONCATENATION.matcher(COMMENT.matcher(read(file)).replaceAll("")).replaceAll(""))
			.toList();
	}

	private static List<String> foreign(Path file, String module, Map<String, String> owners) {
		return named(file).stream()
			.filter(table -> !module.equals(isOfTheEngine(table) ? "process" : owners.getOrDefault(table, module)))
			.map(table -> file + " names " + table)
			.toList();
	}

	private static boolean isOfTheEngine(String table) {
		return table.toLowerCase(Locale.ROOT).startsWith("act_");
	}

	private static Stream<String> matches(Pattern pattern, String text) {
		return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
	}

	private static String module(Path root, Path file) {
		return root.relativize(file).getName(0).toString();
	}

	private static List<Path> files(Path root, String ending) throws IOException {
		try (Stream<Path> all = Files.walk(root)) {
			List<Path> found = all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
			assertThat(found).as("%s in %s", ending, root).isNotEmpty();
			return found;
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
