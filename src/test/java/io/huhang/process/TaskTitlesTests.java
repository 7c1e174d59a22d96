package io.huhang.process;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("任务名称：环节 · 案例名称 · 企业名称 · 方向")
class TaskTitlesTests {

	@Test
	@DisplayName("四段依次列出")
	void joinsAllParts() {
		assertThat(TaskTitles.title("审核", "整车安全监测", "护航汽车有限公司", "车联网网络安全防护"))
			.isEqualTo("审核 · 整车安全监测 · 护航汽车有限公司 · 车联网网络安全防护");
	}

	@Test
	@DisplayName("还没有的部分略去，不留空的分隔点")
	void leavesOutWhatIsAbsent() {
		assertThat(TaskTitles.title("填写申报书", null, "护航汽车有限公司", " ")).isEqualTo("填写申报书 · 护航汽车有限公司");
		assertThat(TaskTitles.title("案例排序", null, null, null)).isEqualTo("案例排序");
	}

	@Test
	@DisplayName("环节名称总能从任务名称取回，即使案例名称里有间隔号")
	void keepsTheLabelInFront() {
		assertThat(TaskTitles.title("审核", "沪·宁干线", "甲 · 乙公司", "").split(TaskTitles.SEPARATOR)[0]).isEqualTo("审核");
	}

}
