package io.huhang.recommendation;

import java.util.List;
import java.util.Map;

import io.huhang.campaign.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("退回时逐处勾选、逐处写明要求（通知二（二））")
class CorrectionsRuleTests {

	private static final String CLAUSE = "通知二（二）";

	private final CorrectionsRule rule = new CorrectionsRule(Map.of("results", "成效与亮点", "signer", "法定代表人"));

	@Test
	@DisplayName("勾选一处并写明要求的退回，可以办理")
	void acceptsAReturnWithOneTick() {
		assertThat(this.rule.check("RETURN", List.of(new Correction("results", "请补充数据。")))).isEmpty();
	}

	@Test
	@DisplayName("一处也没有勾选的，不能退回")
	void refusesAReturnWithoutATick() {
		assertThat(this.rule.check("RETURN", List.of()))
			.containsExactly(new Problem("corrections", "退回的，请至少勾选一处须补正的栏目或文件，并逐处写明要求。", CLAUSE));
	}

	@Test
	@DisplayName("勾选了而没有写要求的，逐处指出")
	void namesEachTickWithoutAReason() {
		assertThat(this.rule.check("RETURN",
				List.of(new Correction("results", " 　"), new Correction("signer", "长".repeat(501)))))
			.containsExactly(new Problem("correction-results", "请写明“成效与亮点”须补正什么，申报单位将看到这段文字。", CLAUSE),
					new Problem("correction-signer", "“法定代表人”的补正要求现501字，超过500字，请删减。", CLAUSE));
	}

	@Test
	@DisplayName("本版没有的栏目或文件、重复的勾选，不能退回")
	void refusesWhatTheRevisionDoesNotHave() {
		Problem foreign = new Problem("corrections", "勾选的内容与本版申报材料不符，请刷新页面后重新勾选。", CLAUSE);

		assertThat(this.rule.check("RETURN", List.of(new Correction("file:1", "请更换。")))).containsExactly(foreign);
		assertThat(this.rule.check("RETURN",
				List.of(new Correction("results", "请补充。"), new Correction("results", "请补充。"))))
			.containsExactly(foreign);
	}

	@Test
	@DisplayName("勾选了须补正的，不能通过；没有勾选的可以；不予受理不看勾选")
	void refusesAPassWithTicks() {
		List<Correction> ticked = List.of(new Correction("results", "请补充数据。"));

		assertThat(this.rule.check("PASS", ticked))
			.containsExactly(new Problem("decision", "已勾选1处须补正，结论不能是通过；确无问题的，请先取消勾选。", CLAUSE));
		assertThat(this.rule.check("PASS", List.of())).isEmpty();
		assertThat(this.rule.check("REFUSE", ticked)).isEmpty();
	}

}
