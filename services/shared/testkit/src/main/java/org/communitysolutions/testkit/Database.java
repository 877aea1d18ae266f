package org.communitysolutions.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.communitysolutions.embedded.Addresses;

/** A look at the tested service's database from outside, as its owner or as its application. */
public final class Database {

    private Database() {}

    /**
     * An event that waits in the outbox.
     *
     * @param type without its prefix: {@code intake.household-registered.v1}
     */
    public record OutboxEvent(
            UUID id,
            String topic,
            String key,
            String type,
            String subject,
            String sensitivity,
            Instant occurredAt,
            String causation,
            String traceParent,
            String data) {}

    /** The events of that key, in the order in which they were written. */
    public static List<OutboxEvent> outboxOf(UUID key) {
        return query("select * from outbox where record_key = ? order by id", key.toString()).stream()
                .map(row -> new OutboxEvent(
                        (UUID) row.get("id"),
                        (String) row.get("destination"),
                        (String) row.get("record_key"),
                        ((String) row.get("type")).substring("org.communitysolutions.".length()),
                        (String) row.get("subject"),
                        (String) row.get("sensitivity"),
                        ((Timestamp) row.get("occurred_at")).toInstant(),
                        (String) row.get("causation_id"),
                        (String) row.get("traceparent"),
                        (String) row.get("data")))
                .toList();
    }

    /** Rows as the owner sees them; row-level security binds it too where it is forced. */
    public static List<Map<String, Object>> query(String sql, Object... parameters) {
        return rows("_owner", sql, parameters);
    }

    /** Rows as the application sees them when nobody has said who asks. */
    public static List<Map<String, Object>> queryAsApplication(String sql, Object... parameters) {
        return rows("_app", sql, parameters);
    }

    /** Runs a statement as the owner and tells how many rows it touched. */
    public static int execute(String sql, Object... parameters) {
        try (Connection connection = connect("_owner");
                PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connection of the owner, for a test that holds a lock or ends another's session. */
    public static Connection connect() throws SQLException {
        return connect("_owner");
    }

    private static List<Map<String, Object>> rows(String role, String sql, Object... parameters) {
        try (Connection connection = connect(role);
                PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet found = statement.executeQuery()) {
            List<Map<String, Object>> rows = new ArrayList<>();
            while (found.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.put(found.getMetaData().getColumnLabel(i), found.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connect(String role) throws SQLException {
        Addresses servers = RealServers.addresses();
        String database = TestedService.database();
        return DriverManager.getConnection(servers.jdbcUrl(database), database + role, database + role);
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
