package io.huhang.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.huhang.SqlTest;
import io.huhang.campaign.RefusedException;
import io.huhang.mail.Letter.State;
import io.huhang.mail.MailSlice.MovingClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@SqlTest
@DirtiesContext
@SpringJUnitConfig(classes = MailSlice.class, initializers = ConfigDataApplicationContextInitializer.class)
@DisplayName("信函的查询、暂缓、作废和重新发送")
class LetterDeskTests {

	private static final SendFailure REFUSED = new SendFailure(SendFailure.Reason.RECIPIENT_REFUSED, 550);

	private static final SendFailure DOWN = new SendFailure(SendFailure.Reason.UNREACHABLE, 0);

	@Autowired
	Letters letters;

	@Autowired
	LetterDesk desk;

	@Autowired
	Outbox outbox;

	@Autowired
	MovingClock clock;

	@Autowired
	JdbcClient jdbc;

	@BeforeEach
	void begin() {
		this.jdbc.sql("delete from mail_letter").update();
	}

	private UUID write(String kind, String step, String email) {
		return this.letters.write(kind, Sample.NUMBER, step, email, "张三", Sample.model(), List.of());
	}

	private Letter letter(UUID id) {
		return this.letters.find(id).orElseThrow();
	}

	private List<UUID> claim() {
		return this.outbox.claim(UUID.randomUUID(), this.clock.instant(), 10);
	}

	@Test
	@DisplayName("暂缓的信不发，继续发送后才发")
	void aHeldLetterWaitsForItsRelease() {
		UUID id = write("case-filed", "1", "a@example.com");

		this.desk.hold(id);
		assertThat(claim()).isEmpty();

		this.desk.release(id);
		assertThat(claim()).containsExactly(id);
	}

	@Test
	@DisplayName("作废须写原因，作废的信不再发送，也不能重新发送")
	void aDiscardedLetterIsNeverSent() {
		UUID id = write("case-filed", "1", "a@example.com");

		assertThatThrownBy(() -> this.desk.discard(id, " ")).isInstanceOf(RefusedException.class)
			.hasMessage("请填写作废原因。");
		assertThatThrownBy(() -> this.desk.discard(id, "长".repeat(201))).hasMessage("作废原因现201字，超过200字，请删减。");
		assertThat(letter(id).state()).isEqualTo(State.WAITING);

		this.desk.discard(id, " 收件人已更换\n");

		assertThat(letter(id)).extracting(Letter::state, Letter::remark).containsExactly(State.DISCARDED, "收件人已更换");
		assertThat(claim()).isEmpty();
		assertThatThrownBy(() -> this.desk.resend(id)).hasMessage("该信当前状态为“已作废”，不能重新发送。请刷新页面核对后再办理。");
	}

	@Test
	@DisplayName("作废的一次性链接随即忘掉")
	void aDiscardedLinkIsForgotten() {
		UUID id = this.letters.write("account-recovery", "u", "one", "a@example.com", "张三",
				Map.of("until", "2024年11月11日 09:30", "link", "http://localhost/account/recovery/geheim"), List.of());

		this.desk.discard(id, "误发");

		assertThat(letter(id).words()).isEmpty();
	}

	@Test
	@DisplayName("已发送的信不能暂缓、作废，未暂缓的不能继续发送，都说明当前状态")
	void eachActionNeedsItsState() {
		UUID id = write("case-filed", "1", "a@example.com");
		assertThatThrownBy(() -> this.desk.release(id)).hasMessage("该信当前状态为“待发送”，不能继续发送。请刷新页面核对后再办理。");

		this.outbox.sent(List.of(letter(id)), this.clock.instant());

		assertThatThrownBy(() -> this.desk.hold(id)).hasMessage("该信当前状态为“已发送”，不能暂缓。请刷新页面核对后再办理。");
		assertThatThrownBy(() -> this.desk.discard(id, "误发")).hasMessage("该信当前状态为“已发送”，不能作废。请刷新页面核对后再办理。");
		assertThatThrownBy(() -> this.desk.hold(UUID.randomUUID())).hasMessageStartingWith("该信当前状态为“不存在”");
	}

	@Test
	@DisplayName("正在发送时暂缓：服务器收下了就是已发送，不会因继续发送再发一次")
	void whatTheServerTookCountsAsSent() {
		UUID id = write("case-filed", "1", "a@example.com");
		claim();
		Letter onItsWay = letter(id);

		this.desk.hold(id);
		assertThatThrownBy(() -> this.desk.release(id)).isInstanceOf(RefusedException.class);
		this.outbox.sent(List.of(onItsWay), this.clock.instant());

		assertThat(letter(id).state()).isEqualTo(State.SENT);
		assertThat(claim()).isEmpty();
	}

	@Test
	@DisplayName("正在发送时暂缓而发送失败：仍是暂缓，不自动重试")
	void aFailureLeavesAHeldLetterHeld() {
		UUID id = write("case-filed", "1", "a@example.com");
		claim();
		Letter onItsWay = letter(id);
		this.desk.hold(id);

		this.outbox.failed(onItsWay, DOWN, this.clock.instant());

		this.clock.advance(Duration.ofDays(1));
		assertThat(letter(id).state()).isEqualTo(State.HELD);
		assertThat(claim()).isEmpty();
	}

	@Test
	@DisplayName("等待重试的信可立即发送，标识不变；正在发送的不能")
	void awaitedLettersLeaveAtOnceWhenAsked() {
		UUID id = write("case-filed", "1", "a@example.com");
		claim();
		assertThatThrownBy(() -> this.desk.resend(id)).isInstanceOf(RefusedException.class);
		this.outbox.failed(letter(id), DOWN, this.clock.instant());
		assertThat(claim()).isEmpty();

		this.desk.resend(id);

		assertThat(claim()).containsExactly(id);
		assertThat(letter(id)).extracting(Letter::attempts, Letter::resends).containsExactly(0, 0);
	}

	@Test
	@DisplayName("永久拒绝的信停发，改正后由人重新发送")
	void aParkedLetterIsSentAgainByAPerson() {
		UUID id = write("case-filed", "1", "a@example.com");
		claim();
		this.outbox.failed(letter(id), REFUSED, this.clock.instant());
		assertThat(letter(id)).extracting(Letter::state, Letter::lastError)
			.containsExactly(State.FAILED, "邮件服务器拒收：收件地址不存在或者不可用（应答码550）");

		this.desk.resend(id);

		assertThat(claim()).containsExactly(id);
		assertThat(letter(id).resends()).isOne();
	}

	@Test
	@DisplayName("按状态、类型、收件人、业务编号、日期和信箱筛选，分页，特殊符号只作文字")
	void filtersAndPages() {
		UUID first = write("case-filed", "1", "a_1@example.com");
		this.clock.advance(Duration.ofDays(2));
		UUID second = write("case-returned", "1", "ab1@example.com");
		this.desk.hold(second);

		assertThat(found("HELD", "", "", "")).containsExactly(second);
		assertThat(found("", "case-filed", "", "")).containsExactly(first);
		assertThat(found("", "", "A_1", "")).containsExactly(first);
		assertThat(found("", "", "张三", "")).containsExactly(second, first);
		assertThat(found("", "", "%", "")).isEmpty();
		assertThat(found("", "", "", "al-330000")).hasSize(2);
		assertThat(found("", "", "", "TJ")).isEmpty();
		Instant between = this.clock.instant().minus(Duration.ofDays(1));
		assertThat(page(new LetterFilter("", "", "", "", between, LetterFilter.NEVER, ""), 0)).containsExactly(second);
		assertThat(page(new LetterFilter("", "", "", "", Instant.EPOCH, between, ""), 0)).containsExactly(first);
		assertThat(page(new LetterFilter("", "", "", "", Instant.EPOCH, LetterFilter.NEVER, "ab1@example.com"), 0))
			.containsExactly(second);
		LetterFilter all = new LetterFilter("", "", "", "", Instant.EPOCH, LetterFilter.NEVER, "");
		assertThat(this.desk.page(all, 0, 1)).extracting(Letter::id).containsExactly(second);
		assertThat(this.desk.page(all, 1, 1)).extracting(Letter::id).containsExactly(first);
		assertThat(this.desk.count(all)).isEqualTo(2);
		assertThat(this.desk.states()).isEqualTo(Map.of(State.WAITING, 1L, State.HELD, 1L));
	}

	private List<UUID> found(String state, String kind, String recipient, String number) {
		LetterFilter filter = new LetterFilter(state, kind, recipient, number, Instant.EPOCH, LetterFilter.NEVER, "");
		List<UUID> found = page(filter, 0);
		assertThat(this.desk.count(filter)).isEqualTo(found.size());
		return found;
	}

	private List<UUID> page(LetterFilter filter, int page) {
		return this.desk.page(filter, page, 10).stream().map(Letter::id).toList();
	}

	@Test
	@DisplayName("有信等待超过所设时间，健康检查显示积压，只有数字；发出或暂缓后恢复")
	void healthTellsOfAStuckQueue() {
		MailQueueHealth health = new MailQueueHealth(this.desk, MailSlice.SETTINGS, this.clock.clock());
		assertThat(health.health().getStatus()).isEqualTo(Status.UP);
		UUID id = write("case-filed", "1", "a@example.com");
		claim();
		this.outbox.failed(letter(id), DOWN, this.clock.instant());

		this.clock.advance(MailSlice.SETTINGS.stuckAfter());
		assertThat(health.health().getStatus()).isEqualTo(Status.UP);
		this.clock.advance(Duration.ofSeconds(1));

		Health stuck = health.health();
		assertThat(stuck.getStatus().getCode()).isEqualTo("MAIL_QUEUE_STUCK");
		assertThat(stuck.getDetails()).isEqualTo(Map.of("waiting", 1L, "waitingMinutes", 30L, "failed", 0L));
		this.desk.hold(id);
		assertThat(health.health().getStatus()).isEqualTo(Status.UP);
	}

}
