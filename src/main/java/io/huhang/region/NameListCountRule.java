package io.huhang.region;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.huhang.campaign.Problem;
import io.huhang.region.ListKind.Kind;

/**
 * 附件2 一“请附名单” (R59, R60, R64..R66): as many rows as the number says, and as two numbers
 * say together where one list is for both groups (C19). No list at all is a problem,
 * another number of rows is asked about.
 */
class NameListCountRule implements RegionRule {

	@Override
	public Stream<Problem> check(RegionPaper paper) {
		return paper.scope().lists().stream().flatMap(kind -> check(kind, paper).stream());
	}

	private static Optional<Problem> check(ListKind kind, RegionPaper paper) {
		Optional<BigDecimal> said = paper.sum(kind.counts());
		int rows = paper.list(kind).size();
		if (said.isEmpty() || agree(kind, paper, said.get())) {
			return Optional.empty();
		}
		RegionField field = paper.fields().find(kind.field()).orElseThrow();
		if (rows == 0) {
			return Optional.of(field.problem("未填写，%s，请在名单中逐行填写或导入。".formatted(numbers(kind, paper))));
		}
		return Optional.of(field.warning("共%d行%s，与所填数字不一致（%s），请核对名单或数字；确为如此的，确认后可继续。".formatted(rows,
				groups(kind, paper.list(kind)), numbers(kind, paper)), rows + numbers(kind, paper)));
	}

	private static boolean agree(ListKind kind, RegionPaper paper, BigDecimal said) {
		NameList list = paper.list(kind);
		boolean together = said.compareTo(BigDecimal.valueOf(list.size())) == 0;
		return together && (kind.counts().size() == 1 || IntStream.range(0, kind.counts().size())
			.allMatch(i -> paper.number(kind.counts().get(i))
				.filter(number -> number.compareTo(BigDecimal.valueOf(rows(kind, list, i))) == 0)
				.isPresent()));
	}

	private static String numbers(ListKind kind, RegionPaper paper) {
		String each = kind.counts()
			.stream()
			.map(key -> "“%s”为%s".formatted(paper.label(key), paper.number(key).orElseThrow().toPlainString()))
			.collect(Collectors.joining("，"));
		return (kind.counts().size() == 1) ? each
				: each + "，合计%s".formatted(paper.sum(kind.counts()).orElseThrow().toPlainString());
	}

	private static String groups(ListKind kind, NameList list) {
		return (kind.counts().size() == 1) ? ""
				: IntStream.range(0, kind.counts().size())
					.mapToObj(i -> "%s%d行".formatted(option(kind, i), rows(kind, list, i)))
					.collect(Collectors.joining("、", "（", "）"));
	}

	// The options of a list for several groups stand in the order of its numbers.
	private static long rows(ListKind kind, NameList list, int group) {
		return list.rows().stream().filter(row -> row.contains(option(kind, group))).count();
	}

	private static String option(ListKind kind, int group) {
		return kind.columns()
			.stream()
			.filter(column -> column.kind() == Kind.OPTION)
			.findFirst()
			.orElseThrow()
			.options()
			.get(group);
	}

}
