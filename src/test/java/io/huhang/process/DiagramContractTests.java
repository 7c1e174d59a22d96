package io.huhang.process;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.LaneSet;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.Script;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("流程图的约定：编号、名称、条款、网关、画面")
class DiagramContractTests {

	private static final Pattern ENGLISH_ID = Pattern.compile("[a-z]+([A-Z][a-z0-9]*)*");

	private static final Pattern CHINESE_LABEL = Pattern.compile("[\\p{IsHan}0-9、]+？?");

	private static final Pattern SENTENCE_WITH_CLAUSE = Pattern.compile("[^。]*（(通知[一二三四五]|附件[123])[^。]*）。");

	@ParameterizedTest
	@MethodSource("io.huhang.process.DiagramFile#all")
	@DisplayName("文件名就是流程编号，可执行，历史有期限")
	void isNamedLikeItsFile(DiagramFile diagram) {
		assertThat(diagram.all(Process.class)).extracting(BaseElement::getId).containsExactly(diagram.key());
		assertThat(diagram.process().isExecutable()).isTrue();
		assertThat(diagram.process().getCamundaHistoryTimeToLiveString()).isEqualTo("P400D");
		assertThat(diagram.process().getName()).matches(CHINESE_LABEL);
		assertThat(diagram.process().getDocumentations()).extracting(Documentation::getTextContent)
			.singleElement()
			.asString()
			.matches(SENTENCE_WITH_CLAUSE);
	}

	@ParameterizedTest
	@MethodSource("io.huhang.process.DiagramFile#all")
	@DisplayName("编号是英文词，不是自动生成的；连线以两端命名")
	void hasIdsThatSpeak(DiagramFile diagram) {
		assertThat(diagram.all(FlowNode.class)).extracting(BaseElement::getId).allMatch(ENGLISH_ID.asMatchPredicate());
		assertThat(diagram.all(SequenceFlow.class)).allSatisfy(flow -> assertThat(flow.getId())
			.isEqualTo(flow.getSource().getId() + "To" + StringUtils.capitalize(flow.getTarget().getId())));
	}

	@ParameterizedTest
	@MethodSource("io.huhang.process.DiagramFile#all")
	@DisplayName("每个节点有中文名称和一句说明，说明注明条款")
	void explainsEachNodeByAClause(DiagramFile diagram) {
		assertThat(diagram.all(FlowNode.class)).allSatisfy(node -> {
			assertThat(node.getName()).as(node.getId()).matches(CHINESE_LABEL);
			assertThat(node.getDocumentations()).as(node.getId())
				.extracting(Documentation::getTextContent)
				.singleElement()
				.asString()
				.matches(SENTENCE_WITH_CLAUSE);
		});
	}

	@ParameterizedTest
	@MethodSource("io.huhang.process.DiagramFile#all")
	@DisplayName("一层（流程或者一个子流程的框内）不超过15个活动，没有泳道，没有脚本")
	void staysSmallAndPlain(DiagramFile diagram) {
		assertThat(diagram.all(Activity.class)
			.stream()
			.filter(activity -> !(activity instanceof SubProcess))
			.collect(Collectors.groupingBy(Activity::getParentElement, Collectors.counting()))
			.values()).isNotEmpty().allMatch(count -> count <= 15);
		assertThat(diagram.all(LaneSet.class)).isEmpty();
		assertThat(diagram.all(ScriptTask.class)).isEmpty();
		assertThat(diagram.all(Script.class)).isEmpty();
		assertThat(diagram.all(CamundaScript.class)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("io.huhang.process.DiagramFile#all")
	@DisplayName("自动任务先存档再执行，失败按1、5、15分钟重试")
	void runsEffectsApartFromWhatPeopleSubmit(DiagramFile diagram) {
		assertThat(diagram.all(ServiceTask.class)).isNotEmpty();
		assertThat(effects(diagram)).allSatisfy(node -> {
			assertThat(node.isCamundaAsyncBefore()).as(node.getId()).isTrue();
			assertThat(node.isCamundaExclusive()).as(node.getId()).isTrue();
			assertThat(node.getExtensionElements()
				.getElementsQuery()
				.filterByType(CamundaFailedJobRetryTimeCycle.class)
				.singleResult()
				.getTextContent()).as(node.getId()).isEqualTo("PT1M,PT5M,PT15M");
		});
	}

	// An end may tell somebody too: as a message, or by a listener.
	private static List<FlowNode> effects(DiagramFile diagram) {
		return diagram.all(FlowNode.class)
			.stream()
			.filter(node -> node instanceof ServiceTask || node instanceof EndEvent end && acts(end))
			.toList();
	}

	private static boolean acts(EndEvent end) {
		return !end.getChildElementsByType(MessageEventDefinition.class).isEmpty()
				|| (end.getExtensionElements() != null && end.getExtensionElements()
					.getElementsQuery()
					.filterByType(CamundaExecutionListener.class)
					.count() > 0);
	}

	@ParameterizedTest
	@MethodSource("io.huhang.process.DiagramFile#all")
	@DisplayName("分支网关有缺省走向，其余走向各有条件，每个走向都有名称")
	void branchesWithADefault(DiagramFile diagram) {
		List<ExclusiveGateway> gateways = diagram.all(ExclusiveGateway.class)
			.stream()
			.filter(gateway -> gateway.getOutgoing().size() > 1)
			.toList();

		assertThat(gateways).isNotEmpty().allSatisfy(gateway -> {
			assertThat(gateway.getDefault()).as(gateway.getId()).isNotNull();
			assertThat(gateway.getOutgoing()).allSatisfy(flow -> {
				assertThat(flow.getName()).as(flow.getId()).matches(CHINESE_LABEL);
				assertThat(flow.getConditionExpression() == null).as(flow.getId())
					.isEqualTo(flow.equals(gateway.getDefault()));
			});
		});
	}

	@ParameterizedTest
	@MethodSource("io.huhang.process.DiagramFile#all")
	@DisplayName("条件只写在分支网关之后")
	void decidesOnlyAtGateways(DiagramFile diagram) {
		assertThat(diagram.all(SequenceFlow.class)).filteredOn(flow -> flow.getConditionExpression() != null)
			.extracting(SequenceFlow::getSource)
			.allMatch(ExclusiveGateway.class::isInstance);
	}

	@ParameterizedTest
	@MethodSource("io.huhang.process.DiagramFile#all")
	@DisplayName("消息有名称，等待的消息都已定义，定义的消息都有人等")
	void namesItsMessages(DiagramFile diagram) {
		Collection<Message> messages = diagram.all(Message.class);

		assertThat(messages).allSatisfy(message -> {
			assertThat(message.getName()).as(message.getId()).matches(ENGLISH_ID);
			assertThat(message.getId()).isEqualTo(StringUtils.capitalize(message.getName()));
		});
		assertThat(diagram.all(MessageEventDefinition.class)).filteredOn(event -> event.getCamundaExpression() == null)
			.extracting(MessageEventDefinition::getMessage)
			.containsExactlyInAnyOrderElementsOf(messages);
	}

	@ParameterizedTest
	@MethodSource("io.huhang.process.DiagramFile#all")
	@DisplayName("每个节点和连线都画得出来")
	void canBeDrawn(DiagramFile diagram) {
		assertThat(diagram.all(FlowNode.class)).allSatisfy(node -> assertThat(node.getDiagramElement()).as(node.getId())
			.isInstanceOfSatisfying(BpmnShape.class, shape -> {
				assertThat(shape.getBounds().getWidth()).isPositive();
				assertThat(shape.getBounds().getHeight()).isPositive();
			}));
		assertThat(diagram.all(SequenceFlow.class))
			.allSatisfy(flow -> assertThat(flow.getDiagramElement()).as(flow.getId())
				.isInstanceOfSatisfying(BpmnEdge.class, edge -> assertThat(edge.getWaypoints()).hasSizeGreaterThan(1)));
		assertThat(drawn(diagram)).as("shapes and edges of nothing").doesNotContainNull();
	}

	private static List<BaseElement> drawn(DiagramFile diagram) {
		return Stream
			.concat(diagram.all(BpmnShape.class).stream().map(BpmnShape::getBpmnElement),
					diagram.all(BpmnEdge.class).stream().map(BpmnEdge::getBpmnElement))
			.toList();
	}

}
