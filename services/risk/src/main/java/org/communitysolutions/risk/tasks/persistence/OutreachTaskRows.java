package org.communitysolutions.risk.tasks.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.tasks.Outcome;
import org.communitysolutions.risk.tasks.OutreachTask;
import org.communitysolutions.risk.tasks.StoredTask;
import org.communitysolutions.risk.tasks.TaskEnd;
import org.communitysolutions.risk.tasks.Withdrawal;

/** The rows of tasks that outreach asked for, on a connection of the stream. */
@ApplicationScoped
public class OutreachTaskRows {

    private static final String HOLD = "select " + TaskRows.COLUMNS + """
        , household, restricted, outcome, completed_at
        from raised_task where household = any (?) and proposal is not null order by task_id for update
        """;

    private static final String SET = """
        update raised_task set withdrawn_at = ?, withdrawn_why = ?, outcome = ?, completed_at = ? where task_id = ?
        """;

    private final TaskRows tasks;

    OutreachTaskRows(TaskRows tasks) {
        this.tasks = tasks;
    }

    /** Those of the households, which nobody else changes until the transaction ends. */
    public List<OutreachTask> hold(Connection connection, Collection<UUID> households) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HOLD)) {
            statement.setArray(1, connection.createArrayOf("uuid", households.toArray()));
            ResultSet rows = statement.executeQuery();
            List<OutreachTask> held = new ArrayList<>();
            while (rows.next()) {
                held.add(new OutreachTask(
                        rows.getObject(13, UUID.class),
                        rows.getBoolean(14) ? Clearance.RESTRICTED : Clearance.STANDARD,
                        task(rows),
                        end(rows)));
            }
            return held;
        }
    }

    private StoredTask task(ResultSet row) throws SQLException {
        return tasks.stored(
                row.getObject(1),
                row.getObject(2),
                row.getObject(3),
                row.getObject(4),
                row.getObject(5),
                row.getObject(6),
                row.getObject(7, LocalDate.class),
                row.getObject(8),
                row.getObject(9),
                row.getObject(10, OffsetDateTime.class),
                row.getObject(11, OffsetDateTime.class),
                row.getObject(12));
    }

    private static Optional<TaskEnd> end(ResultSet row) throws SQLException {
        String outcome = row.getString(15);
        return outcome == null
                ? Optional.empty()
                : Optional.of(new TaskEnd(
                        Outcome.valueOf(outcome),
                        row.getObject(16, OffsetDateTime.class).toInstant()));
    }

    /** Writes what has become of them. */
    public void set(Connection connection, List<OutreachTask> changed) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SET)) {
            for (OutreachTask one : changed) {
                statement.setObject(1, at(one.task().withdrawnAt()));
                statement.setString(
                        2, one.task().withdrawn().map(Withdrawal::name).orElse(null));
                statement.setString(
                        3, one.end().map(end -> end.outcome().name()).orElse(null));
                statement.setObject(4, at(one.end().map(TaskEnd::at)));
                statement.setObject(5, one.task().id());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static OffsetDateTime at(Optional<Instant> instant) {
        return instant.map(known -> known.atOffset(ZoneOffset.UTC)).orElse(null);
    }
}
