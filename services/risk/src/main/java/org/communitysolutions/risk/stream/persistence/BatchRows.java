package org.communitysolutions.risk.stream.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.communitysolutions.risk.rules.ContestedTask;
import org.communitysolutions.risk.rules.RaisedTask;
import org.communitysolutions.risk.stream.ArrivedEvent;
import org.communitysolutions.risk.stream.Batch;
import org.communitysolutions.risk.tasks.FollowOutreach;
import org.communitysolutions.risk.tasks.KnownTask;
import org.communitysolutions.risk.tasks.StoredTask;
import org.communitysolutions.risk.tasks.TaskChange;
import org.communitysolutions.risk.tasks.TaskEnd;
import org.communitysolutions.shared.messaging.Announcement;
import org.communitysolutions.shared.messaging.Cause;
import org.communitysolutions.shared.messaging.Outbox;
import org.communitysolutions.shared.messaging.OutboxRow;
import org.communitysolutions.shared.messaging.WireFormat;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Uuid7;

/** Writes all of a batch: whole, in one transaction that the caller opens and commits. */
@ApplicationScoped
public class BatchRows {

    private static final String INTRODUCE = """
        select set_config('app.subject', ?, true), set_config('app.roles', ?, true),
               set_config('app.teams', '', true), set_config('app.purpose', ?, true)
        """;

    private static final String JOURNAL =
            "journal_event_rows (event_id, household, type, occurred_at, restricted, data)";

    private static final String OTHERS = """
        insert into journal_event (event_id, household, type, occurred_at, restricted, data)
        values (?, ?, ?, ?, ?, ?) on conflict do nothing
        """;

    private static final String OUTBOX = "outbox (id, destination, record_key, type, source, subject, occurred_at,"
            + " dataschema, sensitivity, causation_id, traceparent, data)";

    /** A task that is asked for again stands as it did: its people know it so. */
    private static final String RAISE = """
        insert into raised_task (task_id, household, restricted, rule, rule_version, kind, team, priority, due_on,
                                 sentence, reasons, raised_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?)
        on conflict (task_id) do update set withdrawn_at = null, withdrawn_why = null,
            due_on = excluded.due_on, priority = excluded.priority, sentence = excluded.sentence,
            reasons = excluded.reasons, raised_at = excluded.raised_at, rule_version = excluded.rule_version
        """;

    private static final String WITHDRAW =
            "update raised_task set withdrawn_at = ?, withdrawn_why = ? where task_id = ?";

    private static final String END = "update raised_task set outcome = ?, completed_at = ? where task_id = ?";

    private final LaneRows lanes;
    private final ChangedHouseholds households;
    private final ShadowTaskRows shadow;
    private final ParkedRows parked;
    private final FollowOutreach outreach;
    private final Outbox outbox;
    private final WireFormat wire;

    BatchRows(
            LaneRows lanes,
            ChangedHouseholds households,
            ShadowTaskRows shadow,
            ParkedRows parked,
            FollowOutreach outreach,
            Outbox outbox,
            WireFormat wire) {
        this.lanes = lanes;
        this.households = households;
        this.shadow = shadow;
        this.parked = parked;
        this.outreach = outreach;
        this.outbox = outbox;
        this.wire = wire;
    }

    /** Tells the database who asks, first thing in a transaction. */
    public void introduce(Connection connection, Caller caller) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INTRODUCE)) {
            statement.setString(1, caller.subject());
            statement.setString(2, String.join(",", caller.roles()));
            statement.setString(3, caller.purpose());
            statement.executeQuery().close();
        }
    }

    /**
     * Writes all that the batch says.
     *
     * @throws org.communitysolutions.risk.stream.LaneLost if a lane of it is another's
     * @throws org.communitysolutions.risk.stream.StaleHouseholds if a household was written by another
     */
    public void write(Connection connection, Batch batch) throws SQLException {
        lanes.advance(connection, batch.lanes(), batch.next());
        journal(connection, batch.journal());
        others(connection, batch.others());
        households.keep(connection, batch.changes(), batch.rules());
        List<TaskChange> tasks = batch.tasks();
        if (!tasks.isEmpty()) {
            raise(connection, tasks);
            withdraw(connection, tasks);
            end(connection, tasks);
        }
        shadow.keep(connection, batch.rules(), batch.changes());
        announce(connection, batch.announcements());
        announce(connection, outreach.after(connection, tellingOfTasks(batch.journal())));
        parked.park(connection, batch.parked());
        parked.hold(connection, batch.heldBack());
    }

    private static void journal(Connection connection, List<ArrivedEvent> events) throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        try (CopyRows rows = new CopyRows(connection, JOURNAL)) {
            for (ArrivedEvent event : events) {
                rows.row(6)
                        .uuid(event.id())
                        .uuid(event.household().orElse(null))
                        .text(event.type())
                        .timestamp(event.occurredAt())
                        .bool(event.restricted())
                        .bytes(event.data());
            }
            rows.end();
        }
    }

    private static void others(Connection connection, List<ArrivedEvent> events) throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(OTHERS)) {
            for (ArrivedEvent event : events) {
                statement.setObject(1, event.id());
                statement.setObject(2, event.household().orElse(null));
                statement.setString(3, event.type());
                statement.setObject(4, at(event.occurredAt()));
                statement.setBoolean(5, event.restricted());
                statement.setString(6, event.text());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void raise(Connection connection, List<TaskChange> changes) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RAISE)) {
            for (TaskChange change : changes) {
                if (change instanceof TaskChange.Raised(UUID household, RaisedTask task)) {
                    statement.setObject(1, task.id());
                    statement.setObject(2, household);
                    statement.setBoolean(3, task.clearance().isRestricted());
                    statement.setString(4, task.rule());
                    statement.setInt(5, task.ruleVersion());
                    statement.setString(6, task.kind());
                    statement.setString(7, task.team());
                    statement.setString(8, task.priority().name());
                    statement.setObject(9, task.dueOn());
                    statement.setString(10, task.sentence());
                    statement.setString(11, reasons(task));
                    statement.setObject(12, at(task.raisedAt()));
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
    }

    private static void withdraw(Connection connection, List<TaskChange> changes) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WITHDRAW)) {
            for (TaskChange change : changes) {
                if (change instanceof TaskChange.Withdrawn withdrawn) {
                    statement.setObject(1, at(withdrawn.at()));
                    statement.setString(2, withdrawn.why().name());
                    statement.setObject(3, withdrawn.task().id());
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
    }

    private static void end(Connection connection, List<TaskChange> changes) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(END)) {
            for (TaskChange change : changes) {
                if (change instanceof TaskChange.Ended(UUID household, KnownTask task, TaskEnd end)) {
                    statement.setString(1, end.outcome().name());
                    statement.setObject(2, at(end.at()));
                    statement.setObject(3, task.id());
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
    }

    /** The households of which something is told that may be about tasks, each with what tells it last. */
    private static Map<UUID, Cause> tellingOfTasks(List<ArrivedEvent> journal) {
        Map<UUID, Cause> told = new HashMap<>(0);
        for (ArrivedEvent event : journal) {
            if (ContestedTask.isToldBy(event.type())) {
                told.put(event.household().orElseThrow(), event.cause());
            }
        }
        return told;
    }

    private void announce(Connection connection, List<Announcement> announcements) throws SQLException {
        if (announcements.isEmpty()) {
            return;
        }
        try (CopyRows rows = new CopyRows(connection, OUTBOX)) {
            for (OutboxRow row : (Iterable<OutboxRow>) outbox.rows(Uuid7.next(), announcements)::iterator) {
                rows.row(12)
                        .uuid(row.id())
                        .text(row.destination())
                        .text(row.recordKey())
                        .text(row.type())
                        .text(row.source())
                        .text(row.subject())
                        .timestamp(row.occurredAt())
                        .text(row.dataschema())
                        .text(row.sensitivity())
                        .text(row.causationId())
                        .text(row.traceparent())
                        .text(row.data());
            }
            rows.end();
        }
    }

    private String reasons(RaisedTask task) {
        try {
            return wire.mapper()
                    .writeValueAsString(task.reasons().stream()
                            .map(reason -> new StoredTask.EventOfReason(reason.event(), reason.factor()))
                            .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Reasons are ids and codes and always writable", e);
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
