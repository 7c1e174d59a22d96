package io.huhang.recommendation;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.PassedCases;
import io.huhang.application.CaseApplications;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.draft.Drafts;
import io.huhang.organization.Authorities;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.process.Accounts;
import io.huhang.recommendation.Ranking.Entry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@HuhangTest
@TestPropertySource(properties = "huhang.campaign.single-beside-joint=true")
@DisplayName("联合推荐之外另报一份名单：同一案例只由一份名单推荐，另一份名单还能接收的不办结（通知二（二），C13）")
class SingleBesideJointTests {

	private static final String JOINT = "HH2024-TJ-330000-joint";

	private static final String SINGLE = "HH2024-TJ-330000-iit";

	private static final String PARTNER = "330000-ca";

	private static final String A = PassedCases.number(Cast.AUTHORITY, 1);

	private static final String B = PassedCases.number(Cast.AUTHORITY, 2);

	private static final String C = PassedCases.number(Cast.AUTHORITY, 3);

	private static final String P = PassedCases.number(PARTNER, 11);

	private final Recommendations recommendations;

	private final RankedLists lists;

	private final RankingDrafts desks;

	private final ListReviews reviews;

	private final RegionLists regions;

	private final CaseApplications cases;

	private final Authorities authorities;

	private final Drafts drafts;

	private final Accounts accounts;

	private final JdbcClient database;

	private final PassedCases passed;

	SingleBesideJointTests(Recommendations recommendations, RankedLists lists, RankingDrafts desks, ListReviews reviews,
			RegionLists regions, CaseApplications cases, Authorities authorities, Drafts drafts, Accounts accounts,
			JdbcClient database) {
		this.recommendations = recommendations;
		this.lists = lists;
		this.desks = desks;
		this.reviews = reviews;
		this.regions = regions;
		this.cases = cases;
		this.authorities = authorities;
		this.drafts = drafts;
		this.accounts = accounts;
		this.database = database;
		this.passed = new PassedCases(database, drafts);
	}

	@BeforeEach
	void passCases(@Autowired People people) {
		for (Role role : List.of(Role.OFFICER, Role.LEADER)) {
			if (people.with(role, PARTNER).isEmpty()) {
				String id = "beside-" + role.name().toLowerCase(Locale.ROOT);
				this.accounts.create(new Person(id, "申样例", id + "@example.cn", "13900000000", role, PARTNER),
						Cast.PASSWORD);
			}
		}
		this.passed.add(Cast.AUTHORITY, 1, 3);
		this.passed.add(PARTNER, 11, 1);
	}

	@AfterEach
	void removeAll() {
		for (String table : List.of("recommendation_dispatch", "recommendation_list", "recommendation_member",
				"recommendation")) {
			this.database.sql("delete from " + table).update();
		}
		this.database.sql("delete from draft_form where subject like 'HH2024-TJ-%'").update();
		this.passed.removeAll();
	}

	@Test
	@DisplayName("联合名单先报：另一名单仍可接收的案例不办结，已报的离开另一名单，最后一份报出时其余办结")
	void endsNothingThatTheOtherListCanTake() {
		open(true);
		open(false);
		freeze(JOINT, recommend(A), recommend(P), decline(B), decline(C));
		dispatch(JOINT);

		assertThat(this.reviews.announceRecommended(JOINT)).containsExactly(A, P);
		assertThat(this.reviews.closeNotRecommended(JOINT, false)).isEmpty();
		assertThat(List.of(B, C)).allMatch(number -> this.cases.get(number).live());
		assertThat(numbers(SINGLE)).containsExactly(B, C);

		freeze(SINGLE, recommend(B), decline(C));
		dispatch(SINGLE);
		assertThat(this.reviews.announceRecommended(SINGLE)).containsExactly(B);
		assertThat(this.reviews.closeNotRecommended(SINGLE, false)).containsExactly(C);
		assertThat(this.cases.get(A).live()).isTrue();
	}

	@Test
	@DisplayName("单独名单先报：其余案例等联合名单，联合名单报出或者逾期终止时才办结")
	void waitsForTheJointListToo() {
		open(false);
		open(true);
		freeze(SINGLE, recommend(B), decline(A), decline(C));
		dispatch(SINGLE);

		assertThat(this.reviews.closeNotRecommended(SINGLE, false)).isEmpty();
		assertThat(numbers(JOINT)).containsExactly(A, C, P);

		this.recommendations.close(JOINT);
		assertThat(this.reviews.closeNotRecommended(JOINT, true)).containsExactly(A, C, P);
		assertThat(this.cases.get(B).live()).isTrue();
	}

	@Test
	@DisplayName("先报出的名单没有另一份在办：未列入的办结；之后审核通过的可以再启动另一份名单")
	void opensTheSecondAfterTheFirstHasLeft() {
		open(true);
		freeze(JOINT, recommend(A), recommend(P), decline(B), decline(C));
		dispatch(JOINT);
		assertThat(this.reviews.closeNotRecommended(JOINT, false)).containsExactly(B, C);

		assertThat(refusal(() -> open(false))).extracting(Problem::text)
			.containsExactly("目前没有审核通过、可以推荐的案例，请在办结审核（复核）后再启动推荐。");
		String late = this.passed.add(Cast.AUTHORITY, 4, 1).get(0);
		open(false);

		assertThat(numbers(SINGLE)).containsExactly(late);
	}

	@Test
	@DisplayName("另一名单已定稿推荐的：排序页标明，初次打开为待定，选推荐的在该项指出；另一名单放出后可以推荐")
	void keepsACaseOnOneList() {
		open(true);
		open(false);
		freeze(JOINT, recommend(A), recommend(P), decline(B), decline(C));

		assertThat(this.desks.open(SINGLE).held()).containsOnlyKeys(A, P).containsEntry(A, JOINT);
		assertThat(this.desks.open(SINGLE).ranking().entries()).contains(new Entry(A, Opinion.OPEN, ""),
				new Entry(B, Opinion.RECOMMEND, ""));
		assertThat(refusal(() -> freeze(SINGLE, recommend(A), recommend(B), decline(C)))).containsExactly(new Problem(
				"opinion-" + A, "第1个案例“第1个样例案例”：已列入推荐名单HH2024-TJ-330000-joint，同一案例只能由一份名单推荐，请改选备选或者不推荐。", "通知二（一）"));
		freeze(SINGLE, recommend(B), decline(A), decline(C));
		assertThat(refusal(() -> freeze(JOINT, recommend(P), recommend(B), decline(A), decline(C))))
			.extracting(Problem::field)
			.containsExactly("opinion-" + B);

		freeze(JOINT, recommend(P), decline(A), decline(B), decline(C));
		freeze(SINGLE, recommend(A), recommend(B), decline(C));
		assertThat(this.lists.latest(SINGLE).ranking().recommended()).containsExactly(A, B);
	}

	@Test
	@DisplayName("排序时案例已由另一名单报送：仍可保存，提交时说明已移出")
	void tellsOfACaseThatLeftMeanwhile() {
		open(true);
		open(false);
		this.desks.save(SINGLE, 0, ranking(recommend(A), recommend(B), decline(C)), Cast.OFFICER.id());
		freeze(JOINT, recommend(A), recommend(P), decline(B), decline(C));
		dispatch(JOINT);

		this.desks.save(SINGLE, 1, ranking(recommend(A), recommend(B), decline(C)), Cast.OFFICER.id());

		assertThat(this.lists.check(SINGLE))
			.containsExactly(new Problem("entries", "“第1个样例案例”已由另一份名单报送，已移出名单，其后的案例依次前移。请核对顺序后重新提交。", "通知二（二）"));
	}

	@Test
	@DisplayName("同一地区合计：联合名单与本单位自己的名单相加（C13）")
	void sumsBothListsOfTheRegion() {
		this.passed.add(Cast.AUTHORITY, 21, 20);
		open(true);
		open(false);
		List<Entry> many = this.recommendations.candidatesOf(JOINT)
			.stream()
			.map(found -> found.number().equals(A) ? decline(A) : recommend(found.number()))
			.toList();
		this.desks.save(JOINT, 0, new Ranking(many, "案例质量较高。"), Cast.OFFICER.id());
		this.lists.freeze(JOINT, Cast.OFFICER.id());
		this.desks.save(SINGLE, 0,
				new Ranking(this.recommendations.candidatesOf(SINGLE)
					.stream()
					.map(found -> found.number().equals(A) ? recommend(A) : decline(found.number()))
					.toList(), ""),
				Cast.OFFICER.id());
		this.lists.freeze(SINGLE, Cast.OFFICER.id());

		assertThat(this.regions.warning(this.lists.latest(SINGLE)).orElseThrow())
			.startsWith("提示：同一地区浙江省经济和信息化厅、浙江省通信管理局的名单推荐23个，与本名单合计24个，超过20个。");
	}

	private void open(boolean joint) {
		this.recommendations.open(this.authorities.get(Cast.AUTHORITY), joint, Cast.OFFICER.id());
	}

	private void freeze(String number, Entry... entries) {
		int version = this.drafts.find(number, RankingDrafts.FORM).map(draft -> draft.version()).orElse(0);
		// Who has the partner's case on the list says so about it too.
		this.desks.save(number, version, ranking(entries), Cast.OFFICER.id());
		this.lists.freeze(number, Cast.OFFICER.id());
	}

	private static Ranking ranking(Entry... entries) {
		return new Ranking(List.of(entries), "");
	}

	private void dispatch(String number) {
		this.database
			.sql("insert into recommendation_dispatch (recommendation_number, version, content, dispatched_at,"
					+ " dispatched_by) values (:number, 1, '{}', :now, 'test')")
			.param("number", number)
			.param("now", Cast.MONDAY.atOffset(ZoneOffset.UTC))
			.update();
	}

	private List<String> numbers(String list) {
		return this.recommendations.candidatesOf(list).stream().map(found -> found.number()).toList();
	}

	private static List<Problem> refusal(Runnable work) {
		return catchThrowableOfType(RefusedException.class, work::run).problems();
	}

	private static Entry recommend(String number) {
		return new Entry(number, Opinion.RECOMMEND, "");
	}

	private static Entry decline(String number) {
		return new Entry(number, Opinion.DECLINE, "成效尚不突出。");
	}

}
