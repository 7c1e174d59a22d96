package io.huhang.process.engine;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys {@code bpmn/} and {@code forms/} under stable names, so that an unchanged file
 * makes no new version whether it comes from a folder or from the jar.
 */
@Component
@Order(1)
class Deployment implements SmartInitializingSingleton {

	private final RepositoryService repository;

	private final DeploymentWall wall;

	Deployment(RepositoryService repository, DeploymentWall wall) {
		this.repository = repository;
		this.wall = wall;
	}

	@Override
	public void afterSingletonsInstantiated() {
		// Diagrams find their forms in their own deployment: one changed file takes all
		// others along.
		DeploymentBuilder deployment = this.repository.createDeployment()
			.name("huhang")
			.enableDuplicateFiltering(false);
		try {
			add(deployment, "bpmn/", "*.bpmn", "*.dmn");
			add(deployment, "forms/", "*.form", "*.html");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		deployment.deploy();
		this.wall.close();
	}

	private static void add(DeploymentBuilder deployment, String folder, String... patterns) throws IOException {
		PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
		for (String pattern : patterns) {
			for (Resource resource : resolver.getResources("classpath*:" + folder + pattern)) {
				deployment.addInputStream(folder + resource.getFilename(), resource.getInputStream());
			}
		}
	}

}
