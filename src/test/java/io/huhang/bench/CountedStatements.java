package io.huhang.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import javax.sql.DataSource;

/**
 * Counts what goes through a data source: each statement that the database executes (a
 * batch of n rows is n), each journey to the server that carries statements (a batch is
 * one), each commit.
 */
final class CountedStatements {

	private final LongAdder statements = new LongAdder();

	private final LongAdder trips = new LongAdder();

	private final LongAdder commits = new LongAdder();

	private final Map<String, LongAdder> bySql = new ConcurrentHashMap<>();

	private final Map<String, LongAdder> nanoseconds = new ConcurrentHashMap<>();

	/** What was counted so far. */
	record Count(long statements, long trips, long commits) {

		Count minus(Count earlier) {
			return new Count(this.statements - earlier.statements, this.trips - earlier.trips,
					this.commits - earlier.commits);
		}

		Count plus(Count other) {
			return new Count(this.statements + other.statements, this.trips + other.trips,
					this.commits + other.commits);
		}

	}

	Count count() {
		return new Count(this.statements.sum(), this.trips.sum(), this.commits.sum());
	}

	/**
	 * How long the database took for each text, with its commits under {@code commit}.
	 */
	Map<String, LongAdder> nanoseconds() {
		return this.nanoseconds;
	}

	/** Forgets the texts, not the counts. */
	void forget() {
		this.bySql.clear();
		this.nanoseconds.clear();
	}

	/** How often each text was executed. */
	Map<String, LongAdder> bySql() {
		return this.bySql;
	}

	DataSource of(DataSource source) {
		return proxy(DataSource.class, (self, method, arguments) -> {
			Object result = call(source, method, arguments);
			return (result instanceof Connection connection) ? of(connection) : result;
		});
	}

	private Connection of(Connection connection) {
		return proxy(Connection.class, (self, method, arguments) -> {
			if (method.getName().equals("commit")) {
				this.commits.increment();
			}
			Object result = timed(method.getName(), method.getName().equals("commit"),
					() -> call(connection, method, arguments));
			if (!(result instanceof Statement statement)) {
				return result;
			}
			Class<? extends Statement> type = (result instanceof CallableStatement) ? CallableStatement.class
					: (result instanceof PreparedStatement) ? PreparedStatement.class : Statement.class;
			return of(statement, type, (arguments != null && arguments[0] instanceof String sql) ? sql : "");
		});
	}

	private <T extends Statement> T of(Statement statement, Class<T> type, String prepared) {
		return proxy(type, (self, method, arguments) -> {
			String sql = (arguments != null && arguments[0] instanceof String given) ? given : prepared;
			count(method.getName(), sql);
			return timed(sql, method.getName().startsWith("execute"), () -> call(statement, method, arguments));
		});
	}

	private void count(String method, String sql) {
		if (method.equals("executeBatch")) {
			this.trips.increment();
		}
		else if (method.startsWith("execute")) {
			this.trips.increment();
			countStatement(sql);
		}
		else if (method.equals("addBatch")) {
			countStatement(sql);
		}
	}

	private void countStatement(String sql) {
		this.statements.increment();
		this.bySql.computeIfAbsent(sql, text -> new LongAdder()).increment();
	}

	private interface Call {

		Object run() throws Throwable;

	}

	private Object timed(String what, boolean counts, Call call) throws Throwable {
		long start = System.nanoTime();
		try {
			return call.run();
		}
		finally {
			if (counts) {
				this.nanoseconds.computeIfAbsent(what, text -> new LongAdder()).add(System.nanoTime() - start);
			}
		}
	}

	private static Object call(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

	private static <T> T proxy(Class<T> type, InvocationHandler handler) {
		return type
			.cast(Proxy.newProxyInstance(CountedStatements.class.getClassLoader(), new Class<?>[] { type }, handler));
	}

}
