package io.huhang.region;

import java.util.List;

import io.huhang.campaign.InvalidConfigurationException;
import io.huhang.campaign.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("各方向填写的部分（附件2 一、二；R58、R70）")
class RegionFieldsTests {

	private static final RegionCall CALL = RegionForms.CALL;

	@Test
	@DisplayName("三个方向、四方面十四项任务、27个数字、5份名单（R57..R70）")
	void readsTheAnnexAsData() {
		assertThat(CALL.directions()).extracting(RegionCall.Direction::label)
			.containsExactly("总体成效突出地区", "安全管理成效突出地区", "服务赋能成效突出地区");
		assertThat(CALL.areas()).hasSize(4);
		assertThat(CALL.areas().stream().mapToInt(area -> area.tasks().size()).sum()).isEqualTo(14);
		assertThat(CALL.areas()
			.stream()
			.filter(area -> area.part() == RegionCall.Part.SAFETY)
			.mapToInt(area -> area.tasks().size())
			.sum()).isEqualTo(7);
		assertThat(CALL.numbers()).hasSize(27);
		assertThat(CALL.lists()).hasSize(5);
	}

	@ParameterizedTest
	@CsvSource({ "OVERALL,27,9,5", "SAFETY,17,7,2", "SERVICE,10,7,3" })
	@DisplayName("总体全部填写，单项只填本项的数字、叙述和名单")
	void showsByDirection(String direction, int numbers, int sections, int lists) {
		List<String> keys = fields(RegionForms.aRegion(direction).form()).all().stream().map(RegionField::key).toList();

		assertThat(keys).filteredOn(key -> key.startsWith("number-")).hasSize(numbers);
		assertThat(keys).filteredOn(key -> key.startsWith("section-"))
			.hasSize(sections - 1)
			.contains("section-foundation", "section-results", "section-measures", "section-others");
		assertThat(keys).filteredOn(key -> key.startsWith("list-")).hasSize(lists);
		assertThat(keys.contains("section-protection")).isEqualTo(!direction.equals("SERVICE"));
		assertThat(keys.contains("section-services")).isEqualTo(!direction.equals("SAFETY"));
	}

	@Test
	@DisplayName("空白申报书：每个必填栏各报一处，依附件的顺序；（五）可以不填，0是回答")
	void asksForEverythingOnce() {
		RegionForms empty = RegionForms.aRegion("OVERALL").withoutProof();
		RegionForm blank = RegionForm.empty("OVERALL", List.of("浙江省经济和信息化厅"));
		fields(blank).all().forEach(field -> empty.with(field.key(), ""));
		CALL.lists().forEach(list -> empty.list(list.key(), List.of()));

		List<String> asked = empty.problems().stream().map(Problem::field).toList();

		List<String> expected = fields(blank).all()
			.stream()
			.map(RegionField::key)
			.filter(key -> !key.startsWith("list-") && !key.equals("section-others") && !key.equals("evidence"))
			.toList();
		assertThat(asked).isEqualTo(expected);
	}

	@Test
	@DisplayName("“期/次”必须选一个；名单以外的选项不算")
	void asksForTheMeasure() {
		assertThat(RegionForms.aRegion("SAFETY").with("measure-notices", "").texts())
			.containsExactly("measure-notices “工业领域网络安全风险通报的单位”未填写，请选择“期”或“次”。");
		assertThat(RegionForms.aRegion("SAFETY").with("measure-notices", "回").texts()).hasSize(1);
	}

	@Test
	@DisplayName("联合申报：两家的负责人、联系人和承诺各填一套，问题写明是哪一家（C14）")
	void asksBothUnits() {
		assertThat(
				RegionForms.jointly("SAFETY").with("head-1", "").with("promise-1", "").with("phone-1", "123").texts())
			.containsExactly("head-1 “负责人（浙江省通信管理局）”未填写，请填写单位负责人姓名。",
					"phone-1 “联系电话（浙江省通信管理局）”格式不正确，请填写一个号码：11位手机号，或带区号的座机号，如“010-68206207”（分机写作“010-68206207-801”）。",
					"promise-1 “负责人承诺（浙江省通信管理局）”未勾选，申报单位对提供参评的全部资料的真实性负责，请由负责人确认后勾选。");
		assertThat(RegionForms.aRegion("SAFETY").with("head-1", "多余").form().unitNames()).hasSize(1);
	}

	@Test
	@DisplayName("（四）须有证明材料（R77）")
	void asksForProof() {
		assertThat(RegionForms.aRegion("SAFETY").withoutProof().problems()).singleElement().satisfies(problem -> {
			assertThat(problem.field()).isEqualTo("measures");
			assertThat(problem.text()).isEqualTo("“（四）工作举措和创新做法证明材料”未上传，请至少上传一份相关文件、案例或数据等证明材料。");
			assertThat(problem.clause()).isEqualTo("附件2 二、护航行动推进情况及成效（四）");
		});
	}

	@Test
	@DisplayName("定稿只留本方向的栏目；浏览器送来的方向、单位名称不作数")
	void freezesExactlyTheseFields() {
		RegionForm typed = RegionForms.aRegion("SAFETY")
			.with("number-level3", " １２ ")
			.with("number-telecoms", "4")
			.with("section-services", "不属于本方向")
			.with("nonsense", "x")
			.form();

		RegionForm normalised = fields(typed).normalised(typed);

		assertThat(normalised.at("number-level3")).isEqualTo("12");
		assertThat(normalised.values()).doesNotContainKeys("number-telecoms", "section-services", "nonsense");
		assertThat(typed.with("direction", "SERVICE").with("unitName-1", "别家").identified("SAFETY", List.of("本厅")))
			.satisfies(form -> {
				assertThat(form.direction()).isEqualTo("SAFETY");
				assertThat(form.unitNames()).containsExactly("本厅");
			});
	}

	@Test
	@DisplayName("看不见的控制字符和没有字形的字各提醒一次（填表须知四）")
	void tellsOfCharactersThatPaperLacks() {
		assertThat(RegionForms.aRegion("SAFETY").with("head-0", "李\u202E样例").texts()).singleElement()
			.asString()
			.startsWith("？head-0 “负责人”第2字处有不可见的控制字符（U+202E）");
		assertThat(RegionForms.aRegion("SAFETY").with("head-0", "𠮷样例").texts()).singleElement()
			.asString()
			.startsWith("？head-0 “负责人”中的“𠮷”没有可用的字形");
	}

	@Test
	@DisplayName("附件2 的数据前后不一的，不能启动")
	void refusesABoundAboutNothing() {
		assertThatExceptionOfType(InvalidConfigurationException.class)
			.isThrownBy(() -> new RegionCall(CALL.largestNumber(), CALL.directions(), CALL.areas(), CALL.questions(),
					CALL.blocks(), List.of(new RegionCall.Bound(List.of("nothing"), List.of("level3"))), CALL.causes(),
					CALL.lists(), CALL.scope(), CALL.sections()))
			.withMessageContaining("huhang.campaign.region.bounds = nothing");
	}

	private static RegionFields fields(RegionForm form) {
		return new RegionFields(RegionScope.of(CALL, form), form.unitNames());
	}

}
