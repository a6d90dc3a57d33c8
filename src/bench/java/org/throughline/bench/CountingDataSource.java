package org.throughline.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts JDBC executions (a batch is one) and commits of everything but the job acquisition and idle polling threads. */
final class CountingDataSource extends DelegatingDataSource {

    /** The benchmark's own queries do not count. */
    private static final String BENCH_THREAD = "bench";

    final LongAdder executions = new LongAdder();
    final LongAdder commits = new LongAdder();

    /** Those of the threads that answer HTTP requests. */
    final LongAdder requestExecutions = new LongAdder();

    final LongAdder requestCommits = new LongAdder();
    private final Map<String, LongAdder> byStatement = new ConcurrentHashMap<>();

    CountingDataSource(DataSource target) {
        super(target);
    }

    void reset() {
        executions.reset();
        commits.reset();
        requestExecutions.reset();
        requestCommits.reset();
        byStatement.clear();
    }

    Map<String, Long> byStatement() {
        Map<String, Long> counts = new TreeMap<>();
        byStatement.forEach((statement, count) -> counts.put(statement, count.sum()));
        return counts;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        boolean[] wrote = new boolean[1];
        return proxy(Connection.class, (method, arguments) -> {
            Object result = call(connection, method, arguments);
            if (result instanceof Statement statement) {
                String sql = arguments == null ? "" : String.valueOf(arguments[0]);
                return counted(statement, sql, wrote);
            }
            if ("commit".equals(method.getName()) && wrote[0] && counted()) {
                commits.increment();
                if (answersRequests()) {
                    requestCommits.increment();
                }
                wrote[0] = false;
            }
            return result;
        });
    }

    private Object counted(Statement statement, String sql, boolean[] wrote) {
        Class<? extends Statement> type = statement instanceof CallableStatement
                ? CallableStatement.class
                : statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
        return proxy(type, (method, arguments) -> {
            if (method.getName().startsWith("execute") && counted()) {
                executions.increment();
                if (answersRequests()) {
                    requestExecutions.increment();
                }
                String text = sql.isEmpty() && arguments != null ? String.valueOf(arguments[0]) : sql;
                String head = text.strip().replaceAll("\\s+", " ");
                String start = (answersRequests() ? "request: " : "") + head.substring(0, Math.min(70, head.length()));
                byStatement.computeIfAbsent(start, key -> new LongAdder()).increment();
                wrote[0] |= !head.regionMatches(true, 0, "select", 0, 6);
            }
            return call(statement, method, arguments);
        });
    }

    private static boolean counted() {
        String thread = Thread.currentThread().getName();
        return !thread.equals(BENCH_THREAD) && !thread.contains("Acqui") && !thread.contains("JobExecutor]");
    }

    private static boolean answersRequests() {
        return Thread.currentThread().getName().startsWith("http-nio");
    }

    private interface Call {
        Object on(java.lang.reflect.Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                CountingDataSource.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call.on(method, arguments)));
    }

    private static Object call(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
