package io.huhang.process;

import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

@DisplayName("表单答复读成记录，读后不留")
class FormReaderTests {

	private final FormReader reader = new FormReader(new ObjectMapper());

	/** A form with one field of each kind. */
	record Receipt(Integer copies, Boolean sealed, String remark) {
	}

	@Test
	@DisplayName("按分量读取并移除，别的变量不动")
	void readsAndRemovesItsComponents() {
		Map<String, Object> variables = new HashMap<>(
				Map.of("copies", 2, "sealed", true, "remark", "邮政快递", "caseNumber", "HH2024-AL-330000-0007"));

		Receipt receipt = this.reader.read(scope(variables), Receipt.class);

		assertThat(receipt).isEqualTo(new Receipt(2, true, "邮政快递"));
		assertThat(variables).isEqualTo(Map.of("caseNumber", "HH2024-AL-330000-0007"));
	}

	@Test
	@DisplayName("没有填写的就是没有，不当作零或否")
	void leavesAbsentAnswersAbsent() {
		Map<String, Object> variables = new HashMap<>();
		variables.put("remark", null);

		assertThat(this.reader.read(scope(variables), Receipt.class)).isEqualTo(new Receipt(null, null, null));
		assertThat(variables).isEmpty();
	}

	@Test
	@DisplayName("数字和是否可以是文本（Tasklist 有时这样提交）")
	void readsTextAsNumberAndBoolean() {
		Map<String, Object> variables = new HashMap<>(Map.of("copies", "2", "sealed", "true", "remark", 7));

		assertThat(this.reader.read(scope(variables), Receipt.class)).isEqualTo(new Receipt(2, true, "7"));
	}

	@Test
	@DisplayName("类型不符的答复被拒绝")
	void refusesAnAnswerOfAnotherType() {
		Map<String, Object> variables = new HashMap<>(Map.of("copies", "两份"));

		assertThatIllegalArgumentException().isThrownBy(() -> this.reader.read(scope(variables), Receipt.class));
	}

	private static DelegateTask scope(Map<String, Object> variables) {
		DelegateTask task = mock(DelegateTask.class);
		when(task.getVariable(anyString())).thenAnswer(call -> variables.get(call.getArgument(0, String.class)));
		doAnswer(call -> variables.remove(call.getArgument(0, String.class))).when(task).removeVariable(anyString());
		return task;
	}

}
