package io.huhang.process.engine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import javax.sql.DataSource;

import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.process.CaseApplicationProcess;
import io.huhang.process.CaseRecommendationProcess;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.bpmn.behavior.ServiceTaskExpressionActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.DefaultFailedJobParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.FailedJobRetryConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

@HuhangTest
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=true")
@DisplayName("引擎的设置：从运行中的引擎逐项读回")
class EngineSettingsTests {

	private final ProcessEngineConfigurationImpl engine;

	private final DataSource database;

	EngineSettingsTests(ProcessEngineConfigurationImpl engine, DataSource database) {
		this.engine = engine;
		this.database = database;
	}

	@AfterEach
	void logOut() {
		this.engine.getIdentityService().clearAuthentication();
	}

	@Test
	@DisplayName("历史：只记声明过的变量，清理时间从开始时算，保存期必须写明")
	void historyKeepsWhatIsDeclared() {
		assertThat(this.engine.getHistoryLevel()).isInstanceOf(DeclaredHistoryLevel.class);
		assertThat(this.engine.getHistory()).isEqualTo("huhang");
		assertThat(this.engine.getHistoryRemovalTimeStrategy()).isEqualTo("start");
		assertThat(this.engine.getHistoryTimeToLive()).isEqualTo("P400D");
		assertThat(this.engine.isEnforceHistoryTimeToLive()).isTrue();
	}

	@Test
	@DisplayName("授权：办理人只能办理，只授不禁，历史按实例授权关闭")
	void authorizationIsOn() {
		assertThat(this.engine.isAuthorizationEnabled()).isTrue();
		assertThat(this.engine.getAuthorizationCheckRevokes()).isEqualTo("never");
		assertThat(this.engine.getDefaultUserPermissionForTask().getName()).isEqualTo("TASK_WORK");
		assertThat(this.engine.isEnforceSpecificVariablePermission()).isTrue();
		assertThat(this.engine.isEnableHistoricInstancePermissions()).isFalse();
	}

	@Test
	@DisplayName("口令：bcrypt，密码策略开启，引擎自己的登录锁定永不触发")
	void passwordsAreHashedAndNobodyIsLocked() {
		assertThat(this.engine.getPasswordEncryptor()).isInstanceOf(BcryptPasswordEncryptor.class);
		assertThat(this.engine.getCustomPasswordChecker()).isEmpty();
		assertThat(this.engine.isEnablePasswordPolicy()).isTrue();
		assertThat(this.engine.getLoginMaxAttempts()).isEqualTo(Integer.MAX_VALUE);
		assertThat(this.engine.getLoginDelayBase()).isZero();
	}

	@Test
	@DisplayName("对照：引擎自己的核对在十次错误之后也认得正确的口令")
	void enginesOwnCheckLocksNobody() {
		for (int i = 0; i < 12; i++) {
			assertThat(this.engine.getIdentityService().checkPassword(Cast.EXPERT.id(), "Cuowu@2024-" + i)).isFalse();
		}

		assertThat(this.engine.getIdentityService().checkPassword(Cast.EXPERT.id(), Cast.PASSWORD)).isTrue();
	}

	@Test
	@DisplayName("数据：不执行查询中的表达式，不存 Java 序列化对象，反序列化须在允许的包内")
	void dataStaysData() {
		assertThat(this.engine.isEnableExpressionsInStoredQueries()).isFalse();
		assertThat(this.engine.isEnableExpressionsInAdhocQueries()).isFalse();
		assertThat(this.engine.isJavaSerializationFormatEnabled()).isFalse();
		assertThat(this.engine.getDefaultSerializationFormat()).isEqualTo("application/json");
		assertThat(this.engine.isDeserializationTypeValidationEnabled()).isTrue();
		assertThat(this.engine.getDeserializationAllowedPackages()).isEqualTo("io.huhang");
	}

	@Test
	@DisplayName("作业：两秒内取走，节点失效一分钟后接手，失败后重试三次")
	void jobsAreTakenSoon() {
		JobExecutor jobs = this.engine.getJobExecutor();

		assertThat(jobs.isActive()).isTrue();
		assertThat(jobs.getMaxWait()).isEqualTo(2_000);
		assertThat(jobs.getLockTimeInMillis()).isEqualTo(60_000);
		assertThat(this.engine.getFailedJobRetryTimeCycle()).isEqualTo("PT1M,PT5M,PT15M");
		assertThat(this.engine.isEnableExceptionsAfterUnhandledBpmnError()).isTrue();
	}

	@Test
	@DisplayName("每个服务任务都在自己的事务里执行，并有重试间隔")
	void eachServiceTaskIsRetried() {
		Map<String, String> retries = new TreeMap<>();

		for (String key : List.of(CaseApplicationProcess.KEY, CaseRecommendationProcess.KEY)) {
			serviceTasks(definition(key).getActivities()).forEach(task -> {
				assertThat(task.isAsyncBefore()).as(task.getId()).isTrue();
				FailedJobRetryConfiguration retry = task.getProperties()
					.get(DefaultFailedJobParseListener.FAILED_JOB_CONFIGURATION);
				retries.put(task.getId(), (retry != null) ? String.join(",", retry.getRetryIntervals()) : "none");
			});
		}

		assertThat(retries).hasSizeGreaterThan(8);
		assertThat(retries.values()).containsOnly("PT1M,PT5M,PT15M");
	}

	@Test
	@DisplayName("任务表按上级任务建有索引，再建一次也无妨")
	void tasksAreIndexedByTheirParent() throws SQLException {
		TaskIndex.create(this.database);

		assertThat(indexes()).contains(entry(TaskIndex.NAME.toLowerCase(Locale.ROOT), List.of("parent_task_id_")));
	}

	@Test
	@DisplayName("没有首次设置：没有授权的人建不了用户")
	void nobodyMakesUsersWithoutAGrant() {
		this.engine.getIdentityService().setAuthentication(Cast.APPLICANT_A.id(), Cast.APPLICANT_A.groups());

		User intruder = this.engine.getIdentityService().newUser("test-intruder");
		intruder.setPassword(Cast.PASSWORD);

		assertThatThrownBy(() -> this.engine.getIdentityService().saveUser(intruder))
			.isInstanceOf(AuthorizationException.class);
		logOut();
		assertThat(this.engine.getIdentityService().createUserQuery().memberOfGroup("camunda-admin").count())
			.isPositive();
	}

	private ProcessDefinitionEntity definition(String key) {
		String id = this.engine.getRepositoryService()
			.createProcessDefinitionQuery()
			.processDefinitionKey(key)
			.latestVersion()
			.singleResult()
			.getId();
		return (ProcessDefinitionEntity) this.engine.getRepositoryService().getProcessDefinition(id);
	}

	private static List<ActivityImpl> serviceTasks(List<ActivityImpl> activities) {
		List<ActivityImpl> tasks = new ArrayList<>();
		for (ActivityImpl activity : activities) {
			if (activity.getActivityBehavior() instanceof ServiceTaskExpressionActivityBehavior) {
				tasks.add(activity);
			}
			tasks.addAll(serviceTasks(activity.getActivities()));
		}
		return tasks;
	}

	private Map<String, List<String>> indexes() throws SQLException {
		Map<String, List<String>> indexes = new HashMap<>();
		try (Connection connection = this.database.getConnection()) {
			for (String table : List.of("ACT_RU_TASK", "act_ru_task")) {
				try (ResultSet rows = connection.getMetaData().getIndexInfo(null, null, table, false, true)) {
					while (rows.next()) {
						indexes
							.computeIfAbsent(String.valueOf(rows.getString("INDEX_NAME")).toLowerCase(Locale.ROOT),
									name -> new ArrayList<>())
							.add(String.valueOf(rows.getString("COLUMN_NAME")).toLowerCase(Locale.ROOT));
					}
				}
			}
		}
		return indexes;
	}

}
