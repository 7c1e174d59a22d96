package io.huhang.process.engine;

import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("表单声明的字段")
class FormFieldsTests {

	@Test
	@DisplayName("取各控件的键；带路径的分组只取路径")
	void namesAreThoseThatTheFormWrites() {
		String form = """
				{"components": [
				  {"type": "text", "text": "说明"},
				  {"type": "radio", "key": "decision"},
				  {"type": "group", "components": [{"type": "textarea", "key": "reason"}]},
				  {"type": "dynamiclist", "path": "items", "components": [{"type": "textfield", "key": "name"}]},
				  {"type": "textfield", "key": "address.city"},
				  {"type": "group", "path": "", "components": [{"type": "number", "key": "copies"}]}
				]}""";

		assertThat(FormFields.of(form)).isEqualTo(Set.of("decision", "reason", "items", "address", "copies"));
	}

	@Test
	@DisplayName("没有控件的表单不声明字段")
	void formWithoutComponentsDeclaresNothing() {
		assertThat(FormFields.of("{}")).isEqualTo(Set.of());
	}

}
