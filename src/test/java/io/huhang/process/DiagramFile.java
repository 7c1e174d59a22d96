package io.huhang.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/** A diagram of {@code bpmn/} with the class that is bound to it. */
record DiagramFile(Path path, BpmnModelInstance model) {

	static final Path FOLDER = Path.of("bpmn");

	static Stream<DiagramFile> all() throws IOException {
		List<DiagramFile> all = files(".bpmn").map(path -> new DiagramFile(path, Bpmn.readModelFromFile(path.toFile())))
			.toList();
		// Nothing to check would be green.
		if (all.size() < 2) {
			throw new IllegalStateException("no diagrams in " + FOLDER.toAbsolutePath());
		}
		return all.stream();
	}

	static Stream<Path> files(String ending) throws IOException {
		try (Stream<Path> files = Files.list(FOLDER)) {
			return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
		}
	}

	/**
	 * Whether people begin it, with a form; the campaign begins with the product's first
	 * start, and what follows with it.
	 */
	boolean isStartedByPeople() {
		return !List.of(CampaignProcess.KEY, SelectionProcess.KEY, EvaluationProcess.KEY).contains(key());
	}

	/** File name without its ending: the id of the process. */
	String key() {
		return StringUtils.stripFilenameExtension(this.path.getFileName().toString());
	}

	/** The id as a Java name, such as CaseApplication. */
	String camel() {
		return Arrays.stream(key().split("-")).map(StringUtils::capitalize).collect(Collectors.joining());
	}

	Process process() {
		return this.model.getModelElementById(key());
	}

	<T extends ModelElementInstance> Collection<T> all(Class<T> type) {
		return this.model.getModelElementsByType(type);
	}

	/** The class that is annotated with the name of this diagram's bean. */
	Class<?> bound() {
		return classes().filter(type -> type.getAnnotation(Diagram.class).value().equals(bean()))
			.reduce((one, other) -> {
				throw new IllegalStateException("two classes for " + bean());
			})
			.orElseThrow(() -> new AssertionError("no class is annotated @Diagram(\"%s\")".formatted(bean())));
	}

	String bean() {
		return StringUtils.uncapitalize(camel());
	}

	static Stream<Class<?>> classes() {
		ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
		scan.addIncludeFilter(new AnnotationTypeFilter(Diagram.class));
		return scan.findCandidateComponents("io.huhang.process")
			.stream()
			.map(BeanDefinition::getBeanClassName)
			.map(name -> ClassUtils.resolveClassName(name, DiagramFile.class.getClassLoader()));
	}

	@Override
	public String toString() {
		return this.path.getFileName().toString();
	}

}
