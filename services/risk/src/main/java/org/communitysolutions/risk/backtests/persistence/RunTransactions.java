package org.communitysolutions.risk.backtests.persistence;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The short transactions of a run: between them it holds no connection. The database is told that the service asks, and
 * only where restricted events count that it is cleared for them, so that the others never come as far as here.
 */
@ApplicationScoped
public class RunTransactions {

    private static final String INTRODUCE = """
        select set_config('app.subject', ?, true), set_config('app.roles', ?, true),
               set_config('app.purpose', 'backtest', true)
        """;

    private final AgroalDataSource database;
    private final String service;

    RunTransactions(
            @DataSource("stream") AgroalDataSource database,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.database = database;
        this.service = service;
    }

    /** What is done in a transaction. */
    public interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** Commits what the work does, or leaves nothing of it. */
    public <T> T run(boolean restricted, Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                introduce(connection, restricted);
                T result = work.in(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failure) {
                rollback(connection, failure);
                throw failure;
            }
        }
    }

    private void introduce(Connection connection, boolean restricted) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INTRODUCE)) {
            statement.setString(1, "service:" + service);
            statement.setString(2, restricted ? "system" : "");
            statement.executeQuery().close();
        }
    }

    private static void rollback(Connection connection, Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}
