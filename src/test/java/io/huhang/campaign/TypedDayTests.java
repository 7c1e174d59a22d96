package io.huhang.campaign;

import java.time.LocalDate;
import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("填写的日期：没填、不是日期、日期不合要求，各有各的说法")
class TypedDayTests {

	@ParameterizedTest
	@ValueSource(strings = { "2024-12-40", "2023-02-29", "明天", "2024-1-1x" })
	@DisplayName("不是日期的，说明格式")
	void saysThatItIsNoDay(String typed) {
		assertThat(fault(typed)).contains("寄送日期“%s”不是有效日期，请按2024-12-31的格式填写。".formatted(typed));
	}

	@Test
	@DisplayName("没填的，请填写；填了的，看是否合要求")
	void demandsAndJudges() {
		assertThat(fault(" ")).contains("请填写寄送日期。");
		assertThat(fault("2025-01-01")).contains("不能晚于今天。");
		assertThat(fault("2024-12-31")).isEmpty();
	}

	private static Optional<String> fault(String typed) {
		return new TypedDay("寄送日期", typed).fault("请填写寄送日期。",
				day -> day.isAfter(LocalDate.of(2024, 12, 31)) ? Optional.of("不能晚于今天。") : Optional.empty());
	}

}
