package io.huhang.process.engine;

import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;

import org.springframework.context.support.StaticApplicationContext;

/**
 * The engine with the product's own plugin and history level, without Spring. Put what
 * expressions call into its {@code getBeans()}.
 */
public final class BareEngine {

	private BareEngine() {
	}

	/** An engine that insists on every element of its diagram being walked. */
	public static ProcessEngineCoverageExtension covering(String name) {
		ProcessEngineConfigurationImpl configuration = configuration(name);
		ProcessCoverageConfigurator.initializeProcessCoverageExtensions(configuration);
		return ProcessEngineCoverageExtension.builder(configuration).assertClassCoverageAtLeast(1.0).build();
	}

	/** The configuration of an engine on its own database in memory. */
	public static ProcessEngineConfigurationImpl configuration(String name) {
		ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) ProcessEngineConfiguration
			.createStandaloneInMemProcessEngineConfiguration();
		configuration.setProcessEngineName(name);
		configuration.setJdbcUrl("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
		configuration.setHistory("huhang");
		configuration.getProcessEnginePlugins()
			.add(new EnginePlugin(new StaticApplicationContext(), new DeploymentWall()));
		return configuration;
	}

}
