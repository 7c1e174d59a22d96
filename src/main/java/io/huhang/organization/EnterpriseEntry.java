package io.huhang.organization;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.huhang.campaign.Problem;

/** What an enterprise's first person types to register. */
public record EnterpriseEntry(String uscc, String enterpriseName, PersonEntry person) {

	private static final String CLAUSE = "通知二（一）申报要求";

	private static final int FEWEST_CHARS = 4;

	private static final int MOST_CHARS = 100;

	// Without a dot: the name stands in a letter to an address that nobody has confirmed,
	// and must not become a link there.
	private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}（）·、&— -]*\\p{IsHan}[\\p{L}\\p{N}（）·、&— -]*");

	/** As typed, with what input methods do undone. */
	public static EnterpriseEntry typed(String uscc, String enterpriseName, PersonEntry person) {
		return new EnterpriseEntry(UnifiedCode.plain(Normalizer.normalize(uscc, Form.NFKC)),
				PersonEntry.plain(enterpriseName).replace('(', '（').replace(')', '）'), person);
	}

	/** All that is wrong, without asking who is registered. */
	public List<Problem> problems() {
		List<Problem> problems = new ArrayList<>();
		codeFault().ifPresent(text -> problems.add(new Problem("uscc", "“统一社会信用代码”" + text, CLAUSE)));
		nameFault().ifPresent(text -> problems.add(new Problem("enterpriseName", "“单位名称”" + text, CLAUSE)));
		problems.addAll(this.person.problems());
		return problems;
	}

	/** Whether the code itself is wrong, so that it tells no place. */
	public boolean hasCodeFault() {
		return codeFault().isPresent();
	}

	private Optional<String> codeFault() {
		return this.uscc.isEmpty() ? Optional.of("未填写，请填写营业执照上的18位统一社会信用代码。") : UnifiedCode.fault(this.uscc);
	}

	private Optional<String> nameFault() {
		int length = this.enterpriseName.codePointCount(0, this.enterpriseName.length());
		if (length == 0) {
			return Optional.of("未填写，请填写营业执照上的单位全称。");
		}
		return (length >= FEWEST_CHARS && length <= MOST_CHARS && NAME.matcher(this.enterpriseName).matches())
				? Optional.empty() : Optional
					.of("现%d个字，应为%d至%d个字的中文单位全称，只含文字、数字、括号和间隔号，请与营业执照核对。".formatted(length, FEWEST_CHARS, MOST_CHARS));
	}

}
