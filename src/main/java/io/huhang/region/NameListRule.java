package io.huhang.region;

import java.util.List;
import java.util.stream.Stream;

import io.huhang.campaign.Problem;
import io.huhang.document.Glyphs;
import io.huhang.region.NameListCheck.Fault;

/** 附件2 一“请附名单” (R59, R60, R64..R66): each row is one entry, named once. */
class NameListRule implements RegionRule {

	private static final int MOST_NAMED = 5;

	@Override
	public Stream<Problem> check(RegionPaper paper) {
		return paper.scope().lists().stream().flatMap(kind -> check(kind, paper));
	}

	private static Stream<Problem> check(ListKind kind, RegionPaper paper) {
		RegionField field = paper.fields().find(kind.field()).orElseThrow();
		NameList list = paper.list(kind);
		List<Fault> faults = NameListCheck.of(kind, list);
		Stream<Problem> named = faults.stream()
			.limit(MOST_NAMED)
			.map(fault -> field.problem("第%d行%s".formatted(fault.row() + 1, fault.text())));
		Stream<Problem> others = (faults.size() > MOST_NAMED)
				? Stream.of(field.problem("另有%d处需要修改，在名单中逐行标出。".formatted(faults.size() - MOST_NAMED)))
				: Stream.empty();
		return Stream.of(named, others, unprintable(field, list)).flatMap(problems -> problems);
	}

	private static Stream<Problem> unprintable(RegionField field, NameList list) {
		String text = String.join("", list.rows().stream().flatMap(List::stream).toList());
		return Glyphs.doubt(text).map(doubt -> field.warning(doubt, text)).stream();
	}

}
