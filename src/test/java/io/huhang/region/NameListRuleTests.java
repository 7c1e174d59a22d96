package io.huhang.region;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("附名单：行数与数字一致，逐行正确（附件2 一“请附名单”；C19）")
class NameListRuleTests {

	@Test
	@DisplayName("填了数字没有名单的，须补；填0的不需要名单")
	void asksForAListWhereANumberStands() {
		assertThat(RegionForms.aRegion("SAFETY").list("level3", List.of()).texts())
			.containsExactly("list-level3 “三级工业互联网企业名单”未填写，“三级工业互联网企业”为3，请在名单中逐行填写或导入。");
		assertThat(RegionForms.aRegion("SAFETY").list("level3", List.of()).number("level3", "0").texts()).isEmpty();
	}

	@Test
	@DisplayName("行数与数字不一致的，写明两个数，确认后可继续")
	void asksAboutAnotherCount() {
		assertThat(RegionForms.aRegion("SAFETY").number("level3", "4").texts())
			.containsExactly("？list-level3 “三级工业互联网企业名单”共3行，与所填数字不一致（“三级工业互联网企业”为4），请核对名单或数字；确为如此的，确认后可继续。");
	}

	@Test
	@DisplayName("一份名单对两个数字：行数为两数之和，两类各自相符（C19）")
	void comparesAListForTwoGroupsWithTheSum() {
		assertThat(RegionForms.aRegion("SERVICE").number("monitoredVehicle", "4").texts())
			.containsExactly("？list-monitored “网络安全监测服务企业名单”共6行（重点工业企业3行、车联网企业3行），与所填数字不一致"
					+ "（“监测服务的重点工业企业”为3，“监测服务的车联网企业”为4，合计7），请核对名单或数字；确为如此的，确认后可继续。");
		assertThat(RegionForms.aRegion("SERVICE")
			.number("monitoredVehicle", "4")
			.number("monitoredIndustrial", "2")
			.texts()).hasSize(1);
	}

	@Test
	@DisplayName("未申报方向的名单不检查")
	void ignoresListsThatAreNotShown() {
		assertThat(RegionForms.aRegion("SAFETY").list("platforms", List.of()).texts()).isEmpty();
	}

	@Test
	@DisplayName("缺名称、代码校验不通过、重复、选项不符：逐行指出")
	void namesEachRow() {
		RegionForms wrong = RegionForms.aRegion("SAFETY")
			.list("level3", List.of(List.of("甲企业", "91330100799655058B", ""), List.of("", "", "装备制造"),
					List.of("甲企业", "９１３３０１００７９９６５５０５８c", "")));

		assertThat(wrong.texts()).containsExactly("list-level3 “三级工业互联网企业名单”第2行“企业名称”未填写，请补充；整行不需要的，请删除该行。",
				"list-level3 “三级工业互联网企业名单”第3行“企业名称”与名单第1行重复，请删除其中一行。",
				"list-level3 “三级工业互联网企业名单”第3行“统一社会信用代码”校验不通过（末位校验码与前17位不符），可能有一位填错或两位颠倒，请对照营业执照逐位核对。");
		assertThat(RegionForms.aRegion("SERVICE")
			.list("monitored",
					List.of(List.of("甲", "", "重点工业企业"), List.of("甲", "", "车联网企业"), List.of("乙", "", "重点工业企业"),
							List.of("丙", "", "重点工业企业"), List.of("丁", "", "车联网企业"), List.of("戊", "", "电信企业")))
			.texts())
			.anySatisfy(text -> assertThat(text)
				.isEqualTo("list-monitored “网络安全监测服务企业名单”第6行“企业类别”现为“电信企业”，请填写“重点工业企业”或“车联网企业”。"))
			.noneSatisfy(text -> assertThat(text).contains("重复"));
	}

	@Test
	@DisplayName("错得很多的，先列五处，其余给出数目")
	void namesAFewOfMany() {
		List<List<String>> rows = java.util.stream.IntStream.range(0, 5000)
			.mapToObj(i -> List.of("同名企业", "", ""))
			.toList();

		assertThat(RegionForms.aRegion("SAFETY").number("level3", "5000").list("level3", rows).texts()).hasSize(6)
			.last()
			.asString()
			.contains("另有4994处需要修改，在名单中逐行标出。");
	}

}
