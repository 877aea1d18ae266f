package org.communitysolutions.local.rehearsal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.communitysolutions.embedded.Addresses;
import org.communitysolutions.local.Service;

/** What stands in the databases, as the cluster's administrator sees it, whom row-level security does not bind. Local only. */
final class Records {

    private static final String SUPERUSER = "postgres";

    private final Addresses servers;

    Records(Addresses servers) {
        this.servers = servers;
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(servers.jdbcUrl(database), SUPERUSER, SUPERUSER);
    }

    /** The ids of all events that services have told of. */
    Set<UUID> outboxes() throws SQLException {
        Set<UUID> ids = new HashSet<>();
        for (Service service : Service.values()) {
            ids.addAll(ids(service, "select id from outbox"));
        }
        return ids;
    }

    /** The ids of all events that services have taken in. */
    Set<UUID> taken() throws SQLException {
        Set<UUID> ids = new HashSet<>(ids(Service.RISK, "select event_id from journal_event"));
        for (Service service : Service.values()) {
            ids.addAll(ids(service, "select event_id from seen_event"));
        }
        return ids;
    }

    /** The tasks that risk asks for and has not taken back. */
    Set<UUID> tasksAskedFor() throws SQLException {
        return ids(Service.RISK, "select task_id from raised_task where withdrawn_at is null");
    }

    /** The tasks of rules that stand with the teams, or stood until somebody completed them. */
    Set<UUID> tasksStanding() throws SQLException {
        return ids(Service.CASE_MANAGEMENT, "select id from task where rule is not null and state <> 'WITHDRAWN'");
    }

    /** Households for which two tasks of one rule are open. */
    long doubledTasks() throws SQLException {
        return number(Service.CASE_MANAGEMENT, """
            select count(*) from (select 1 from task where state in ('OPEN', 'CLAIMED') and rule is not null
            group by household_id, rule, restricted having count(*) > 1) as doubled\
            """);
    }

    /**
     * What each household amounts to, with and without what is restricted. A history is told by its length: its events stand
     * in the order in which they arrived, which is not that of the journal, and are evaluated by their own times.
     */
    Map<String, String> households() throws SQLException {
        Map<String, String> households = new HashMap<>();
        try (Connection connection = connect(Service.RISK.database());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                    select household || ' ' || restricted, concat_ws(' ', score, band, tenure, ward, adults, children,
                           md5(cast(factors as text)), length(history)) from household_state\
                    """)) {
            while (rows.next()) {
                households.put(rows.getString(1), rows.getString(2));
            }
        }
        return households;
    }

    /** Homes that debt-advice knows more than once. */
    long doubledHomes() throws SQLException {
        return number(
                Service.DEBT_ADVICE, "select count(*) - count(distinct uprn) from household where uprn is not null");
    }

    private long number(Service service, String question) throws SQLException {
        try (Connection connection = connect(service.database());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }

    private Set<UUID> ids(Service service, String question) throws SQLException {
        Set<UUID> ids = new HashSet<>();
        try (Connection connection = connect(service.database());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }
}
