package io.huhang.process;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("流程图与代码、表单一一对应")
class DiagramBindingTests {

	private static final Path FORMS = Path.of("forms");

	private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{(.*?)}");

	private static final Pattern CALL = Pattern.compile("(\\w+)\\.(\\w+)\\((.*?)\\)");

	private static final Pattern ARGUMENT = Pattern
		.compile("task|execution|\\d+|" + String.join("|", ProcessVariables.DECLARED));

	@Test
	@DisplayName("每个流程类都有一张图")
	void hasADiagramForEachClass() throws IOException {
		List<String> bound = DiagramFile.all().map(DiagramFile::bound).map(Class::getName).toList();

		assertThat(DiagramFile.classes().map(Class::getName)).containsExactlyInAnyOrderElementsOf(bound);
	}

	@ParameterizedTest
	@MethodSource("io.huhang.process.DiagramFile#all")
	@DisplayName("文件名、流程编号、类名、对象名是同一个名字")
	void bearsOneNameInFourPlaces(DiagramFile diagram) throws ReflectiveOperationException {
		assertThat(diagram.bound().getSimpleName()).isEqualTo(diagram.camel() + "Process");
		assertThat(diagram.bound().getField("KEY").get(null)).isEqualTo(diagram.key());
	}

	@ParameterizedTest
	@MethodSource("io.huhang.process.DiagramFile#all")
	@DisplayName("表达式只取一个已声明的变量，或调用本图之类的一个公开方法")
	void callsOnlyItsOwnClass(DiagramFile diagram) throws IOException {
		List<String> expressions = matches(EXPRESSION, Files.readString(diagram.path())).map(match -> match.group(1))
			.toList();

		assertThat(expressions).isNotEmpty()
			.allSatisfy(expression -> assertThat(isDeclared(expression) || isCall(expression, diagram)).as(expression)
				.isTrue());
	}

	@ParameterizedTest
	@MethodSource("io.huhang.process.DiagramFile#all")
	@DisplayName("图中不写类名，也不注入字段")
	void namesNoClass(DiagramFile diagram) throws IOException {
		assertThat(Files.readString(diagram.path())).doesNotContain("camunda:class=", "camunda:delegateExpression=",
				"camunda:field", "camunda:script");
	}

	@ParameterizedTest
	@MethodSource("io.huhang.process.DiagramFile#all")
	@DisplayName("条件只问一个是非题")
	void asksYesOrNo(DiagramFile diagram) {
		assertThat(diagram.all(SequenceFlow.class)).filteredOn(flow -> flow.getConditionExpression() != null)
			.isNotEmpty()
			.allSatisfy(flow -> assertThat(called(flow.getConditionExpression().getTextContent(), diagram))
				.extracting(Method::getReturnType)
				.isEqualTo(boolean.class));
	}

	@ParameterizedTest
	@MethodSource("io.huhang.process.DiagramFile#all")
	@DisplayName("办结每个人工任务时，由同名方法再校验一次")
	void checksAgainWhenATaskCompletes(DiagramFile diagram) {
		assertThat(diagram.all(UserTask.class)).allSatisfy(task -> assertThat(listeners(task)).as(task.getId())
			.containsExactly("complete ${%s.%s(task)}".formatted(diagram.bean(), task.getId())));
	}

	@ParameterizedTest
	@MethodSource("io.huhang.process.DiagramFile#all")
	@DisplayName("每个人工任务绑定一张同名、同次部署的表单")
	void bindsEachUserTaskToTheFormOfItsName(DiagramFile diagram) {
		assertThat(diagram.all(UserTask.class)).allSatisfy(task -> {
			if (isCamundaForm(task)) {
				assertThat(task.getCamundaFormRef()).isEqualTo(task.getId());
				assertThat(task.getCamundaFormRefBinding()).isEqualTo("deployment");
				assertThat(task.getCamundaFormKey()).as(task.getId()).isNull();
			}
			else {
				assertThat(task.getCamundaFormKey()).isEqualTo(embedded(task.getId()));
			}
		});
		assertThat(diagram.all(StartEvent.class)).filteredOn(event -> event.getParentElement() == diagram.process())
			.extracting(StartEvent::getCamundaFormKey)
			.isEqualTo(diagram.isStartedByPeople() ? List.of(embedded("start" + diagram.camel()))
					: Collections.singletonList(null));
	}

	@ParameterizedTest
	@MethodSource("io.huhang.process.DiagramFile#all")
	@DisplayName("图中写的表单文件都在，Camunda 表单的编号就是任务编号")
	void findsItsForms(DiagramFile diagram) {
		assertThat(Files.isRegularFile(FORMS.resolve("start" + diagram.camel() + ".html")))
			.isEqualTo(diagram.isStartedByPeople());
		assertThat(diagram.all(UserTask.class)).allSatisfy(task -> {
			assertThat(form(task)).isRegularFile();
			if (isCamundaForm(task)) {
				assertThat(json(form(task)).path("id").asText()).isEqualTo(task.getId());
			}
		});
	}

	@ParameterizedTest
	@MethodSource("io.huhang.process.DiagramFile#all")
	@DisplayName("Camunda 表单的每一项就是同名记录的一个分量，不多不少")
	void readsExactlyWhatAFormAsks(DiagramFile diagram) throws IOException {
		assertThat(DiagramFile.all().flatMap(file -> file.all(UserTask.class).stream()))
			.anyMatch(DiagramBindingTests::isCamundaForm);
		assertThat(diagram.all(UserTask.class)).filteredOn(DiagramBindingTests::isCamundaForm)
			.allSatisfy(task -> assertThat(keys(json(form(task)))).as(task.getId())
				.containsExactlyInAnyOrderElementsOf(components(diagram, task.getId())));
	}

	@ParameterizedTest
	@MethodSource("io.huhang.process.DiagramFile#all")
	@DisplayName("没有无表单的记录")
	void hasNoRecordWithoutItsForm(DiagramFile diagram) {
		Set<String> forms = diagram.all(UserTask.class)
			.stream()
			.map(task -> StringUtils.capitalize(task.getId()))
			.collect(Collectors.toSet());
		forms.add("Start" + diagram.camel());

		assertThat(diagram.bound().getDeclaredClasses()).filteredOn(Class::isRecord)
			.extracting(Class::getSimpleName)
			.allMatch(forms::contains);
	}

	private static boolean isDeclared(String expression) {
		return ProcessVariables.DECLARED.contains(expression);
	}

	private static boolean isCall(String expression, DiagramFile diagram) {
		return CALL.matcher(expression).matches() && called("${" + expression + "}", diagram) != null;
	}

	private static Method called(String expression, DiagramFile diagram) {
		Matcher call = CALL.matcher(expression.replaceAll("^[$]\\{|}$", ""));
		assertThat(call.matches()).as(expression).isTrue();
		assertThat(call.group(1)).as(expression).isEqualTo(diagram.bean());
		List<String> arguments = List.of(call.group(3).split(", "));
		assertThat(arguments).as(expression).allMatch(ARGUMENT.asMatchPredicate());
		return Arrays.stream(diagram.bound().getMethods())
			.filter(method -> method.getName().equals(call.group(2)))
			.filter(method -> method.getParameterCount() == arguments.size())
			.findFirst()
			.orElseThrow(() -> new AssertionError("no public method for " + expression));
	}

	private static List<String> listeners(UserTask task) {
		return task.getExtensionElements()
			.getElementsQuery()
			.filterByType(CamundaTaskListener.class)
			.list()
			.stream()
			.map(listener -> listener.getCamundaEvent() + " " + listener.getCamundaExpression())
			.toList();
	}

	private static boolean isCamundaForm(UserTask task) {
		return task.getCamundaFormRef() != null;
	}

	private static String embedded(String form) {
		return "embedded:deployment:forms/" + form + ".html";
	}

	private static Path form(UserTask task) {
		return FORMS.resolve(task.getId() + (isCamundaForm(task) ? ".form" : ".html"));
	}

	private static JsonNode json(Path form) throws IOException {
		return new ObjectMapper().readTree(form.toFile());
	}

	private static List<String> keys(JsonNode form) {
		return form.findParents("key")
			.stream()
			.filter(component -> !component.path("type").asText().equals("button"))
			.map(component -> component.get("key").asText())
			.toList();
	}

	private static List<String> components(DiagramFile diagram, String taskId) {
		return Arrays.stream(diagram.bound().getDeclaredClasses())
			.filter(type -> type.getSimpleName().equals(StringUtils.capitalize(taskId)))
			.flatMap(type -> Arrays.stream(type.getRecordComponents()))
			.map(RecordComponent::getName)
			.toList();
	}

	private static Stream<MatchResult> matches(Pattern pattern, String text) {
		return pattern.matcher(text).results();
	}

}
