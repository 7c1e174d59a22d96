package io.huhang.recommendation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import io.huhang.campaign.Campaigns;
import io.huhang.organization.Authorities;
import io.huhang.recommendation.Excesses.Reception;
import io.huhang.recommendation.Ranking.Entry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

@DisplayName("同一地区的名单合计超过20个：只提示（通知二（二），C13）")
class RegionListsTests {

	private static final String OWN = "HH2024-TJ-330000-iit";

	private final Recommendations recommendations = mock(Recommendations.class);

	private final RankedLists lists = mock(RankedLists.class);

	private final Excesses excesses = mock(Excesses.class);

	private final Authorities authorities = mock(Authorities.class);

	private final RegionLists regions = new RegionLists(this.recommendations, this.lists, this.excesses,
			this.authorities, new CapRule(Campaigns.packaged()));

	@BeforeEach
	void open() {
		when(this.recommendations.get(OWN)).thenReturn(act("330000-iit", true));
		when(this.authorities.names(anyList())).thenReturn("浙江省通信管理局");
		when(this.excesses.reception(anyString())).thenReturn(Optional.empty());
	}

	@Test
	@DisplayName("工信12个、通管9个：提示谁有几个、合计几个，写明不影响提交")
	void warnsOfTheSum() {
		beside("330000-ca", true, 9);

		assertThat(this.regions.warning(list(OWN, 12)))
			.contains("提示：同一地区浙江省通信管理局的名单推荐9个，与本名单合计21个，超过20个。推荐数量原则上均不超过20个，建议与对方商定（不影响提交和签发）。");
	}

	@ParameterizedTest
	@CsvSource({ "330000-ca,true,8", "330200-iit,true,20", "330200-ca,true,20", "310000-ca,true,20",
			"330000-ca,false,20" })
	@DisplayName("合计不超过20个的、计划单列市和外省的名单、逾期终止的名单：不提示（C15）")
	void leavesOtherListsOut(String authority, boolean live, int recommended) {
		beside(authority, live, recommended);

		assertThat(this.regions.warning(list(OWN, 12))).isEmpty();
	}

	@Test
	@DisplayName("部里未接收的名单不计")
	void leavesARefusedListOut() {
		beside("330000-ca", true, 21);
		when(this.excesses.reception("HH2024-TJ-330000-ca"))
			.thenReturn(Optional.of(new Reception(1, ExcessOutcome.REFUSE, 21, 20, "wang", Instant.EPOCH)));

		assertThat(this.regions.notice(OWN)).isEmpty();
	}

	@Test
	@DisplayName("对方尚未提交名单：没有可以合计的")
	void waitsForTheOthersList() {
		when(this.recommendations.all()).thenReturn(List.of(act("330000-iit", true), act("330000-ca", true)));
		when(this.lists.find("HH2024-TJ-330000-ca")).thenReturn(Optional.empty());

		assertThat(this.regions.notice(OWN)).isEmpty();
	}

	private void beside(String authority, boolean live, int recommended) {
		Recommendation other = act(authority, live);
		when(this.recommendations.all()).thenReturn(List.of(act("330000-iit", true), other));
		when(this.lists.find(other.number())).thenReturn(Optional.of(list(other.number(), recommended)));
	}

	private static Recommendation act(String authority, boolean live) {
		return new Recommendation("HH2024-TJ-" + authority, authority, "", "wang", Instant.EPOCH, live);
	}

	private static RankedList list(String number, int recommended) {
		List<Entry> entries = IntStream.range(0, recommended)
			.mapToObj(index -> new Entry("A" + index, Opinion.RECOMMEND, ""))
			.toList();
		return new RankedList(number, 1, new Ranking(entries, ""), new ListTexts(Map.of(), "", ""), "f", Instant.EPOCH,
				"wang");
	}

}
