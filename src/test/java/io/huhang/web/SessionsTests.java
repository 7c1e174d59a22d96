package io.huhang.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.SessionRepository;

import static org.assertj.core.api.Assertions.assertThat;

@HuhangTest
@DisplayName("会话存数据库：同一会话的并行请求互不影响，没有变化就不写")
class SessionsTests {

	private final SessionRepository<StoredSession> sessions;

	private String id;

	SessionsTests(SessionRepository<StoredSession> sessions) {
		this.sessions = sessions;
	}

	@BeforeEach
	void open() {
		StoredSession session = this.sessions.createSession();
		session.setAttribute("list", new ArrayList<>(List.of("a")));
		this.sessions.save(session);
		this.id = session.getId();
	}

	private StoredSession load() {
		return this.sessions.findById(this.id);
	}

	@Test
	@DisplayName("有效期三十分钟")
	void lastsHalfAnHour() {
		assertThat(load().getMaxInactiveInterval()).isEqualTo(Duration.ofMinutes(30));
	}

	@Test
	@DisplayName("读过又原样放回不写，改过才写")
	void writesOnlyWhatHasChanged() {
		StoredSession session = load();
		List<String> list = session.getAttribute("list");
		session.setAttribute("list", list);
		assertThat(session.isChanged()).isFalse();

		list.add("b");
		session.setAttribute("list", list);
		assertThat(session.isChanged()).isTrue();
		this.sessions.save(session);

		assertThat(load().<List<String>>getAttribute("list")).isEqualTo(List.of("a", "b"));
	}

	@Test
	@DisplayName("一分钟以内的再次访问不写，满一分钟才写")
	void writesTheLastAccessOnceAMinute() {
		StoredSession session = load();
		session.setLastAccessedTime(session.getLastAccessedTime().plusSeconds(59));
		assertThat(session.touched()).isNull();

		session.setLastAccessedTime(session.getLastAccessedTime().plusSeconds(60));
		this.sessions.save(session);

		assertThat(load().getLastAccessedTime()).isEqualTo(session.getLastAccessedTime().plusSeconds(60));
	}

	@Test
	@DisplayName("并行请求各写各的，都在")
	void keepsWhatParallelRequestsWrite() {
		StoredSession one = load();
		StoredSession other = load();
		one.setAttribute("one", "1");
		one.setAttribute("both", "1");
		other.setAttribute("other", "2");
		other.setAttribute("both", "2");
		this.sessions.save(one);
		this.sessions.save(other);

		StoredSession now = load();
		assertThat(List.<String>of(now.getAttribute("one"), now.getAttribute("other"), now.getAttribute("both")))
			.isEqualTo(List.of("1", "2", "2"));
	}

	@Test
	@DisplayName("登录更换编号时，并行的请求不会把旧编号写回去")
	void touchDoesNotBringBackAnOldId() {
		StoredSession slow = load();
		StoredSession login = load();
		login.changeSessionId();
		this.sessions.save(login);

		slow.setLastAccessedTime(slow.getLastAccessedTime().plusSeconds(120));
		slow.setAttribute("slow", "x");
		this.sessions.save(slow);

		assertThat(load()).isNull();
		assertThat(this.sessions.findById(login.getId()).<String>getAttribute("slow")).isEqualTo("x");
	}

	@Test
	@DisplayName("已退出的会话，并行的请求不会使其复活，也不出错")
	void endedSessionStaysEnded() {
		StoredSession slow = load();
		this.sessions.deleteById(this.id);

		slow.setLastAccessedTime(slow.getLastAccessedTime().plusSeconds(120));
		slow.setAttribute("slow", "x");
		this.sessions.save(slow);

		assertThat(load()).isNull();
	}

	@Test
	@DisplayName("样式表不碰会话，页面才碰；过期的会话随之删除")
	void onlyPagesTouchIt(@Autowired JdbcClient database, @LocalServerPort int port) {
		database.sql("delete from web_session where principal_name = :person")
			.param("person", Cast.MIIT_LEADER.id())
			.update();
		Visitor visitor = Visitor.of(Cast.MIIT_LEADER, port);
		database.sql("update web_session set last_access_time = 7 where principal_name = :person")
			.param("person", Cast.MIIT_LEADER.id())
			.update();

		// Whoever loads this session finds it expired and deletes it.
		assertThat(visitor.get("/assets/huhang.css").statusCode()).isEqualTo(200);
		assertThat(count(database)).isPositive();

		assertThat(visitor.open("/").statusCode()).isEqualTo(302);
		assertThat(count(database)).isZero();
	}

	private static int count(JdbcClient database) {
		return database.sql("select count(*) from web_session where last_access_time = 7")
			.query(Integer.class)
			.single();
	}

}
