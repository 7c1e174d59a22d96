package io.huhang.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.huhang.organization.ClaimDecision;
import io.huhang.recommendation.ListDecisions;
import io.huhang.recommendation.Receipts;
import io.huhang.evaluation.Formality;
import io.huhang.recommendation.Review;
import io.huhang.region.RegionDecision;
import io.huhang.region.RegionReceipts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("操作留痕的每个事项都有中文名称")
class AuditActionTests {

	private static final Path SOURCES = Path.of("src/main/java");

	private static final Pattern RECORDED = Pattern.compile(
			"(?:audit|auditTrail|trail)\\s*\\.(?:record|recordSparsely)\\(\\s*[^,]+,\\s*((?:[^,()]|\\([^()]*(?:\\([^()]*\\))?[^()]*\\))+),");

	private static final Pattern LITERAL = Pattern.compile("\"([^\"]+)\"");

	private static final Pattern CONSTANT = Pattern.compile("AuditAction\\.([A-Z_]+)\\.code\\(\\)");

	/** Actions that the code puts together, and what comes of it. */
	private static final Map<String, List<String>> COMPUTED = Map.of(
			"\"claim.\" + decision.name().toLowerCase(Locale.ROOT)", names("claim.", ClaimDecision.values()),
			"\"case.\" + step.name().toLowerCase(Locale.ROOT)", names("case.", Review.Step.values()),
			"\"recommendation.\" + step.name().toLowerCase(Locale.ROOT)",
			names("recommendation.", ListDecisions.Step.values()),
			"\"recommendation.receive-\" + kind.name().toLowerCase(Locale.ROOT)",
			names("recommendation.receive-", Receipts.Kind.values()),
			"\"evaluation.\" + step.name().toLowerCase(Locale.ROOT)", names("evaluation.", Formality.Step.values()),
			"\"region.\" + step.name().toLowerCase(Locale.ROOT)", names("region.", RegionDecision.Step.values()),
			"\"region.receive-\" + kind.name().toLowerCase(Locale.ROOT)",
			names("region.receive-", RegionReceipts.Kind.values()));

	@Test
	@DisplayName("代码里记录的事项，一个不多，一个不少，都有名称")
	void namesEveryActionThatTheCodeRecords() {
		Set<String> recorded = new TreeSet<>();
		sources().forEach(source -> collect(source, recorded));

		assertThat(recorded).hasSizeGreaterThan(10)
			.isEqualTo(new TreeSet<>(Arrays.stream(AuditAction.values()).map(AuditAction::code).toList()));
	}

	@Test
	@DisplayName("名称是中文，互不相同；未列明的事项照原样显示")
	void namesInChinese() {
		assertThat(AuditAction.values()).extracting(AuditAction::label)
			.doesNotHaveDuplicates()
			.allSatisfy(label -> assertThat(label).matches("[\\p{IsHan}：]+"));
		assertThat(AuditAction.label("case.file")).isEqualTo("盖章提交");
		assertThat(AuditAction.label("no.such")).isEqualTo("no.such");
	}

	private static void collect(String source, Set<String> recorded) {
		for (Matcher call = RECORDED.matcher(source); call.find();) {
			String action = call.group(1).strip();
			Matcher literal = LITERAL.matcher(action);
			Matcher constant = CONSTANT.matcher(action);
			if (literal.matches()) {
				recorded.add(literal.group(1));
			}
			else if (constant.matches()) {
				recorded.add(AuditAction.valueOf(constant.group(1)).code());
			}
			else {
				assertThat(COMPUTED).containsKey(action);
				recorded.addAll(COMPUTED.get(action));
			}
		}
	}

	private static List<String> names(String prefix, Enum<?>[] values) {
		return Stream.of(values).map(value -> prefix + value.name().toLowerCase(Locale.ROOT)).toList();
	}

	private static List<String> sources() {
		try (Stream<Path> files = Files.walk(SOURCES)) {
			return files.filter(file -> file.toString().endsWith(".java")).map(AuditActionTests::read).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
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
