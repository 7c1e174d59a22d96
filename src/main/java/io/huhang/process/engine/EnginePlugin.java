package io.huhang.process.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.huhang.audit.Commands;
import io.huhang.process.Diagram;
import io.huhang.organization.People;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** What this product changes in the engine, in one place. */
@Component
class EnginePlugin extends AbstractProcessEnginePlugin implements SmartInitializingSingleton {

	private static final String WORK_FACTOR = "huhang.accounts.work-factor";

	// As Spring Security has it.
	private static final int STRENGTH = 10;

	private final ApplicationContext context;

	// Filled once the context stands: the diagrams' classes need services of the engine
	// themselves.
	private final Map<Object, Object> beans = new HashMap<>();

	private final DeploymentWall deployments;

	private CommandListener commands;

	EnginePlugin(ApplicationContext context, DeploymentWall deployments) {
		this.context = context;
		this.deployments = deployments;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		configuration.setBeans(this.beans);
		configuration.setCustomHistoryLevels(new ArrayList<>(List.of(new DeclaredHistoryLevel())));
		configuration.setIdentityProviderSessionFactory(NamedUsers.factory(() -> this.context.getBean(People.class)));
		configuration.setPasswordEncryptor(new BcryptPasswordEncryptor(
				this.context.getEnvironment().getProperty(WORK_FACTOR, Integer.class, STRENGTH)));
		configuration.setCustomPasswordChecker(new ArrayList<>());
		configuration.setFailedJobRetryTimeCycle("PT1M,PT5M,PT15M");
		// Whoever guesses at an account must not lock it: the login slows guessing down.
		configuration.setLoginMaxAttempts(Integer.MAX_VALUE);
		configuration.setLoginDelayBase(0);
		spare(configuration);
		List<Wall> walls = walls(configuration);
		configuration.setCustomPreCommandInterceptorsTxRequired(
				guarded(configuration.getCustomPreCommandInterceptorsTxRequired(), walls));
		configuration.setCustomPreCommandInterceptorsTxRequiresNew(
				guarded(configuration.getCustomPreCommandInterceptorsTxRequiresNew(), walls));
		List<BpmnParseListener> listeners = (configuration.getCustomPreBPMNParseListeners() != null)
				? new ArrayList<>(configuration.getCustomPreBPMNParseListeners()) : new ArrayList<>();
		this.commands = new CommandListener(new DeclaredAnswers(configuration));
		listeners.add(new UserTaskParseListener(this.commands));
		configuration.setCustomPreBPMNParseListeners(listeners);
	}

	@Override
	public void postProcessEngineBuild(ProcessEngine engine) {
		TaskIndex.create(engine.getProcessEngineConfiguration().getDataSource());
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.context.getBeansWithAnnotation(Diagram.class).forEach(this.beans::put);
		this.commands.use(this.context.getBean(Commands.class));
	}

	private static void spare(ProcessEngineConfigurationImpl configuration) {
		configuration.setCustomSessionFactories(new ArrayList<>(List.of(new KnownGroups())));
		// It would count people by a hash of their login names, for a licence that is not
		// in use.
		configuration.setTaskMetricsEnabled(false);
		configuration.setResourceAuthorizationProvider(new NewTaskGrants());
		configuration.setCommandCheckers(new ArrayList<>(List.of(new TenantCommandChecker(), new TaskWorkCheck())));
		configuration.setHistoryEventProducer(new KnownRemovalTimes());
		configuration.setEnableDefaultDbHistoryEventHandler(false);
		configuration.setCustomHistoryEventHandlers(new ArrayList<>(List.of(new KnownStartTimes())));
	}

	private List<Wall> walls(ProcessEngineConfigurationImpl configuration) {
		Caller caller = new Caller(configuration);
		// The last one puts itself around the command; the others look at its type.
		return List.of(new ExpressionWall(), new AttachmentWall(), new AdministratorWall(configuration),
				this.deployments, new StartInstructionsWall(caller),
				new AnswersWall(caller, new DeclaredAnswers(configuration)));
	}

	// Each chain of interceptors needs a guard of its own.
	private static List<CommandInterceptor> guarded(List<CommandInterceptor> existing, List<Wall> walls) {
		List<CommandInterceptor> all = (existing != null) ? new ArrayList<>(existing) : new ArrayList<>();
		all.add(0, new EngineGuard(walls));
		return all;
	}

}
