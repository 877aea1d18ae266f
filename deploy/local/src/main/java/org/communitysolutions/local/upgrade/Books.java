package org.communitysolutions.local.upgrade;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.communitysolutions.embedded.Addresses;
import org.communitysolutions.local.Service;

/** What stands in the services' databases, read as the cluster's administrator, whom row-level security does not bind. Local only. */
final class Books {

    private static final String RULE = "council-tax-missed-twice";
    private static final String HOUSEHOLDS = "select uprn, id from household where uprn = any(?)";
    private static final String ACCOUNTS = """
        select household_id, extract(epoch from pg_xact_commit_timestamp(xmin)) * 1000 from account
        where household_id = any(?)
        """;
    private static final String TASKS = """
        select household_id, extract(epoch from pg_xact_commit_timestamp(xmin)) * 1000 from task
        where household_id = any(?) and rule =
        """ + "'" + RULE + "'";
    /** A task that the one has and the other has not, or has with another end, has gone astray between them. */
    private static final String ASKED_FOR = "select task_id, withdrawn_at is null from raised_task";

    private static final String IN_QUEUES = "select id, state <> 'WITHDRAWN' from task where rule is not null";

    private final Addresses servers;

    Books(Addresses servers) {
        this.servers = servers;
    }

    /** The households at these homes, by UPRN. */
    Map<String, UUID> households(Collection<String> uprns) throws SQLException {
        Map<String, UUID> households = new HashMap<>();
        try (Connection connection = connect(Service.INTAKE);
                PreparedStatement select = connection.prepareStatement(HOUSEHOLDS)) {
            select.setArray(1, connection.createArrayOf("text", uprns.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    households.put(rows.getString(1), rows.getObject(2, UUID.class));
                }
            }
        }
        return households;
    }

    /** When the tasks of each of these households were committed, in milliseconds. */
    Map<UUID, List<Double>> tasks(Collection<UUID> households) throws SQLException {
        return moments(Service.CASE_MANAGEMENT, TASKS, households);
    }

    /** When the accounts of each of these households were committed, in milliseconds. */
    Map<UUID, List<Double>> accounts(Collection<UUID> households) throws SQLException {
        return moments(Service.DEBT_ADVICE, ACCOUNTS, households);
    }

    private Map<UUID, List<Double>> moments(Service service, String question, Collection<UUID> households)
            throws SQLException {
        Map<UUID, List<Double>> moments = new HashMap<>();
        try (Connection connection = connect(service);
                PreparedStatement select = connection.prepareStatement(question)) {
            select.setArray(1, connection.createArrayOf("uuid", households.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    moments.computeIfAbsent(rows.getObject(1, UUID.class), none -> new ArrayList<>())
                            .add(rows.getDouble(2));
                }
            }
        }
        return moments;
    }

    /** How many tasks risk and case-management do not tell the same of. */
    long astray() throws SQLException {
        Map<UUID, Boolean> asked = states(Service.RISK, ASKED_FOR);
        Map<UUID, Boolean> queued = states(Service.CASE_MANAGEMENT, IN_QUEUES);
        return asked.entrySet().stream()
                        .filter(task -> !task.getValue().equals(queued.remove(task.getKey())))
                        .count()
                + queued.size();
    }

    private Map<UUID, Boolean> states(Service service, String question) throws SQLException {
        Map<UUID, Boolean> states = new HashMap<>();
        try (Connection connection = connect(service);
                PreparedStatement select = connection.prepareStatement(question);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                states.put(rows.getObject(1, UUID.class), rows.getBoolean(2));
            }
        }
        return states;
    }

    /** How many rows the writes of the load have left in a service. */
    int rowsWritten(Service service) throws SQLException {
        String table =
                switch (service) {
                    case INTAKE -> "person";
                    case HOMELESSNESS_PREVENTION -> "homelessness_application";
                    case EMPLOYMENT_OUTCOMES -> "job_loss";
                    default -> throw new IllegalArgumentException("The load writes nothing to " + service.code());
                };
        try (Connection connection = connect(service);
                PreparedStatement select = connection.prepareStatement("select count(*) from " + table);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private Connection connect(Service service) throws SQLException {
        return DriverManager.getConnection(servers.jdbcUrl(service.database()), "postgres", "postgres");
    }
}
