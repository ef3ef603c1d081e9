package io.qiangcun.testkit;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Tells which statements a piece of code sends to the database, whoever sends them: JPA, JdbcClient or a framework. The
 * statement by which a transaction enters its scope is not counted; it belongs to beginning one.
 */
@Component
public class StatementCounter implements BeanPostProcessor {

    private static final String ENTERS_THE_SCOPE = "set_config('qiangcun.lo'";

    private static final ThreadLocal<@Nullable List<String>> SENT = new ThreadLocal<>();

    /** The statements sent on this thread while the work is done, in their order. */
    public static List<String> statementsOf(Work work) throws Exception {
        var sent = new ArrayList<String>();
        SENT.set(sent);
        try {
            work.run();
        } finally {
            SENT.remove();
        }
        return List.copyOf(sent);
    }

    /** What the test kit itself asks on the way is none of the page's. */
    static <T> T uncounted(Supplier<T> work) {
        var sent = SENT.get();
        SENT.remove();
        try {
            return work.get();
        } finally {
            if (sent != null) {
                SENT.set(sent);
            }
        }
    }

    /** Stands between the pool and the driver, so that the pool stays what it is in production. */
    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        if (bean instanceof HikariDataSource pool && pool.getDataSource() == null) {
            var driver = new DriverDataSource(
                    pool.getJdbcUrl(),
                    pool.getDriverClassName(),
                    pool.getDataSourceProperties(),
                    pool.getUsername(),
                    pool.getPassword());
            pool.setDataSource(listening(DataSource.class, driver, ""));
        }
        return bean;
    }

    private static <T> T listening(Class<T> type, T target, String sql) {
        return type.cast(Proxy.newProxyInstance(
                StatementCounter.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("execute")) {
                        note(sql.isEmpty() && arguments != null ? String.valueOf(arguments[0]) : sql);
                    }
                    return wrapped(invoke(target, method, arguments), method, arguments);
                }));
    }

    private static @Nullable Object wrapped(@Nullable Object result, Method method, Object @Nullable [] arguments) {
        if (result instanceof Connection connection && method.getName().equals("getConnection")) {
            return listening(Connection.class, connection, "");
        }
        if (result instanceof PreparedStatement statement && method.getName().equals("prepareStatement")) {
            return listening(PreparedStatement.class, statement, arguments == null ? "" : (String) arguments[0]);
        }
        if (result instanceof Statement statement && method.getName().equals("createStatement")) {
            return listening(Statement.class, statement, "");
        }
        return result;
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private static void note(String sql) {
        var sent = SENT.get();
        if (sent != null && !sql.contains(ENTERS_THE_SCOPE)) {
            sent.add(sql.strip());
        }
    }

    /** What is to be counted. */
    public interface Work {

        void run() throws Exception;
    }
}
