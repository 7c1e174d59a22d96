package io.huhang.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DrgElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("决策表的约定：中文表头、每行注明条款、画面")
class DecisionContractTests {

	private static final Pattern CHINESE_LABEL = Pattern.compile("[\\p{IsHan}0-9、（）×]+");

	private static final Pattern CLAUSE = Pattern.compile("(通知[一二三四五]|附件[123] ?[一二三四五]).*", Pattern.DOTALL);

	@ParameterizedTest
	@MethodSource("files")
	@DisplayName("文件名就是编号，历史有期限")
	void isNamedLikeItsFile(Path file) {
		String key = StringUtils.stripFilenameExtension(file.getFileName().toString());

		assertThat(read(file).getDefinitions().getId()).isEqualTo(key);
		assertThat(read(file).getModelElementsByType(Decision.class)).extracting(Decision::getId)
			.contains(StringUtils.uncapitalize(
					Arrays.stream(key.split("-")).map(StringUtils::capitalize).collect(Collectors.joining())));
		assertThat(read(file).getModelElementsByType(Decision.class))
			.allSatisfy(decision -> assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P400D"));
	}

	@ParameterizedTest
	@MethodSource("files")
	@DisplayName("名称和表头是中文，唯一命中或汇总，每行注明条款")
	void readsAloud(Path file) {
		DmnModelInstance model = read(file);

		assertThat(model.getModelElementsByType(DrgElement.class)).isNotEmpty()
			.allSatisfy(element -> assertThat(element.getName()).as(element.getId()).matches(CHINESE_LABEL));
		assertThat(model.getModelElementsByType(DecisionTable.class)).isNotEmpty()
			.allSatisfy(table -> assertThat(table.getHitPolicy()).isIn(HitPolicy.UNIQUE, HitPolicy.COLLECT));
		assertThat(model.getModelElementsByType(Input.class)).extracting(Input::getLabel)
			.allMatch(CHINESE_LABEL.asMatchPredicate());
		assertThat(model.getModelElementsByType(Output.class)).extracting(Output::getLabel)
			.allMatch(CHINESE_LABEL.asMatchPredicate());
		assertThat(model.getModelElementsByType(Rule.class)).isNotEmpty()
			.allSatisfy(rule -> assertThat(rule.getDescription().getTextContent()).as(rule.getId())
				.containsPattern(CLAUSE));
	}

	@ParameterizedTest
	@MethodSource("files")
	@DisplayName("每个决策、输入和连线都画得出来")
	void canBeDrawn(Path file) {
		DmnModelInstance model = read(file);
		List<String> drawn = descendants(model.getDocument().getRootElement())
			.map(element -> element.getAttribute("dmnElementRef"))
			.filter(StringUtils::hasText)
			.toList();

		assertThat(model.getModelElementsByType(DrgElement.class)).extracting(DrgElement::getId)
			.allMatch(drawn::contains);
		assertThat(drawn).allSatisfy(id -> assertThat((Object) model.getModelElementById(id)).as(id).isNotNull());
	}

	private static Stream<Path> files() throws IOException {
		return DiagramFile.files(".dmn");
	}

	private static DmnModelInstance read(Path file) {
		return Dmn.readModelFromFile(file.toFile());
	}

	private static Stream<DomElement> descendants(DomElement element) {
		return Stream.concat(Stream.of(element),
				element.getChildElements().stream().flatMap(DecisionContractTests::descendants));
	}

}
