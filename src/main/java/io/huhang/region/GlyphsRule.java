package io.huhang.region;

import java.util.stream.Stream;

import io.huhang.campaign.Problem;
import io.huhang.document.Glyphs;

/**
 * 填表须知四: paper and electronic set say the same, so the person hears before printing which
 * characters no font of the system can show.
 */
class GlyphsRule implements RegionRule {

	@Override
	public Stream<Problem> check(RegionPaper paper) {
		return paper.fields()
			.all()
			.stream()
			.flatMap(field -> Glyphs.doubt(paper.at(field.key()))
				.map(doubt -> field.warning(doubt, paper.at(field.key())))
				.stream());
	}

}
