package fr.gouv.workinfrance;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

/// Notes the SQL that a thread sends, from one question of a test to the next.
public final class Statements implements BeanPostProcessor {

    private static final ThreadLocal<List<String>> SENT = ThreadLocal.withInitial(ArrayList::new);

    /// What `asked` sends, one line each.
    public static List<String> of(Runnable asked) {
        SENT.get().clear();
        asked.run();
        return SENT.get().stream().map(sql -> sql.strip().replaceAll("\\s+", " ")).toList();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database ? new Noting(database) : bean;
    }

    private static final class Noting extends DelegatingDataSource {

        Noting(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return noting(Connection.class, super.getConnection(), "");
        }
    }

    /// Lets everything through, and wraps the statements that come back.
    private static <T> T noting(Class<T> type, T real, String sql) {
        InvocationHandler handler =
                (_, method, arguments) -> {
                    if (method.getName().startsWith("execute")) {
                        SENT.get().add(sql.isEmpty() ? String.valueOf(arguments[0]) : sql);
                    }
                    Object result;
                    try {
                        result = method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    String prepared =
                            arguments != null && arguments[0] instanceof String text ? text : "";
                    return switch (result) {
                        case CallableStatement call ->
                                noting(CallableStatement.class, call, prepared);
                        case PreparedStatement statement ->
                                noting(PreparedStatement.class, statement, prepared);
                        case Statement statement -> noting(Statement.class, statement, "");
                        case null, default -> result;
                    };
                };
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
