package io.huhang.organization;

import java.util.List;

import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@HuhangTest
@DisplayName("审核层级：合并相邻两级，始终由两人以上决定")
class LevelsTests {

	private static final String ONLY_AN_OFFICER = "310000-iit";

	private final Levels levels;

	private final JdbcClient database;

	LevelsTests(Levels levels, JdbcClient database) {
		this.levels = levels;
		this.database = database;
	}

	@AfterEach
	void forget() {
		this.database.sql("delete from organization_levels").update();
	}

	@Test
	@DisplayName("没有设置的单位按三级办理")
	void beginsWithThreeLevels() {
		assertThat(this.levels.of(Cast.AUTHORITY)).isEqualTo(Merging.NONE);
		assertThat(this.levels.find(Cast.AUTHORITY)).isEmpty();
		assertThat(this.levels.reviewers(Cast.AUTHORITY)).containsExactly("330000-iit-head");
		assertThat(this.levels.approvers(Cast.AUTHORITY)).containsExactly("330000-iit-officer", "330000-iit-leader");
	}

	@Test
	@DisplayName("合并：记下谁设置的，留审计记录，只影响本单位；最后一次设置有效")
	void keepsWhoMergedAndWhen() {
		int before = audited();

		this.levels.merge(Cast.AUTHORITY, Merging.OFFICER_HEAD, Cast.HEAD.id());
		this.levels.merge(Cast.AUTHORITY, Merging.HEAD_LEADER, Cast.ADMINISTRATOR.id());

		assertThat(this.levels.find(Cast.AUTHORITY).orElseThrow()).usingRecursiveComparison()
			.ignoringFields("setAt")
			.isEqualTo(new Levels.Setting(Merging.HEAD_LEADER, Cast.ADMINISTRATOR.id(), null));
		assertThat(audited()).isEqualTo(before + 2);
		assertThat(this.levels.of(ONLY_AN_OFFICER)).isEqualTo(Merging.NONE);
		assertThat(this.levels.reviewers(Cast.AUTHORITY)).containsExactly("330000-iit-head", "330000-iit-leader");
		assertThat(this.levels.approvers(Cast.AUTHORITY)).containsExactly("330000-iit-officer", "330000-iit-head",
				"330000-iit-leader");
	}

	@ParameterizedTest
	@EnumSource(Merging.class)
	@DisplayName("只有一名经办人的单位：哪种设置都凑不齐两人，拒绝并说明先增加谁")
	void refusesToLeaveOnePersonAlone(Merging merging) {
		String missing = switch (merging) {
			case NONE -> "处室负责人、局领导";
			case OFFICER_HEAD -> "局领导";
			case HEAD_LEADER -> "处室负责人或者局领导";
		};

		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.levels.merge(ONLY_AN_OFFICER, merging, Cast.ADMINISTRATOR.id()))
			.extracting(RefusedException::problems)
			.isEqualTo(List.of(new Problem("merging", "“%s”后共%d个层级，每个层级至少须有一人，且不能由同一人兼任。目前没有在用的%s账号，请先增加人员，再调整审核层级。"
				.formatted(merging.label(), merging.levels().size(), missing), "系统规则")));
		assertThat(this.levels.find(ONLY_AN_OFFICER)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(Merging.class)
	@DisplayName("对照：三级都有人的单位，哪种设置都可以")
	void takesEveryMergingWhereEachLevelHasSomebody(Merging merging) {
		this.levels.merge(Cast.AUTHORITY, merging, Cast.HEAD.id());

		assertThat(this.levels.of(Cast.AUTHORITY)).isEqualTo(merging);
		assertThat(merging.levels()).hasSizeBetween(2, 3);
	}

	private int audited() {
		return this.database.sql("select count(*) from audit_entry where action = 'authority.levels'")
			.query(Integer.class)
			.single();
	}

}
