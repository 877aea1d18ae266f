package org.communitysolutions.risk.stream.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.communitysolutions.risk.editions.RulesInForce;
import org.communitysolutions.risk.journal.Histories;
import org.communitysolutions.risk.journal.PackedHistory;
import org.communitysolutions.risk.rules.Band;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.stream.Household;
import org.communitysolutions.risk.stream.StoredState;
import org.communitysolutions.risk.tasks.KnownTask;
import org.communitysolutions.risk.tasks.Outcome;
import org.communitysolutions.risk.tasks.TaskEnd;
import org.postgresql.PGStatement;

/** Reads households whole. */
@ApplicationScoped
public class HouseholdRows {

    private static final int ROWS_AT_ONCE = 2_000;
    /** As text a history is twice as long, and the driver asks for text until it has prepared a statement. */
    private static final int BINARY_AT_ONCE = -1;

    private static final String STATES = """
        select household, restricted, lane, version, history, score, band, cast(factors as text), wakes_at, format,
               rules_version, shadow_run, open_work is not null
        from household_state where
        """;

    /** What outreach asked for is no rule's to withdraw. */
    private static final String TASKS = """
        select task_id, household, rule, rule_version, restricted, withdrawn_at is null, outcome, completed_at
        from raised_task where proposal is null and household = any (?)
        """;

    private static final String AFTER = """
        (select distinct household from household_state where household > ? order by 1 limit ?)
        union (select distinct household from journal_event where household > ? order by 1 limit ?)
        order by 1 limit ?
        """;

    private static final String DUE = """
        select household, lane, wakes_at from household_state
        where household = any (?) and wakes_at <= ?
            and not exists (select from parked_key where record_key = cast(household as text))
        """;

    private final PackedHistory packed;
    private final Histories histories;

    HouseholdRows(PackedHistory packed, Histories histories) {
        this.packed = packed;
        this.histories = histories;
    }

    /** All households of the lanes, by lane. */
    public Map<Integer, Map<UUID, Household>> ofLanes(
            Connection connection, Collection<Integer> lanes, RulesInForce rules) throws SQLException {
        Object[] numbers = lanes.toArray();
        Map<Integer, Map<UUID, Household>> byLane = new HashMap<>();
        read(connection, rules, "lane = any (?)", connection.createArrayOf("int4", numbers))
                .forEach((id, household) -> byLane.computeIfAbsent(household.lane(), none -> new HashMap<>())
                        .put(id, household));
        return byLane;
    }

    /**
     * Works out the lanes of households: of those that have none yet, or of all when there are more lanes than before, as
     * their events then come by others.
     */
    public void giveLanes(Connection connection, int partitions, boolean anew) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement("select household, lane from household_state"
                        + (anew ? "" : " where lane is null") + " order by household, restricted for update");
                PreparedStatement give =
                        connection.prepareStatement("update household_state set lane = ? where household = ?")) {
            find.setFetchSize(ROWS_AT_ONCE);
            ResultSet rows = find.executeQuery();
            while (rows.next()) {
                UUID household = rows.getObject(1, UUID.class);
                int lane = lane(household, partitions);
                if (rows.getObject(2) == null || rows.getInt(2) != lane) {
                    give.setInt(1, lane);
                    give.setObject(2, household);
                    give.addBatch();
                }
            }
            give.executeBatch();
        }
    }

    private static int lane(UUID household, int partitions) {
        return BuiltInPartitioner.partitionForKey(household.toString().getBytes(StandardCharsets.UTF_8), partitions);
    }

    /**
     * The households that come after that one, in the order of their ids: those that have a row, and those that the journal
     * tells of and that have lost theirs.
     */
    public List<UUID> after(Connection connection, UUID household, int most) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(AFTER)) {
            statement.setObject(1, household);
            statement.setInt(2, most);
            statement.setObject(3, household);
            statement.setInt(4, most);
            statement.setInt(5, most);
            List<UUID> households = new ArrayList<>();
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                households.add(rows.getObject(1, UUID.class));
            }
            return households;
        }
    }

    /** That something changes with a household without news. */
    public record Due(int lane, Instant at) {}

    /** Those of these households with whom something changes by that time without news; not of parked ones. */
    public Map<UUID, Due> due(Connection connection, Collection<UUID> households, Instant by) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DUE)) {
            statement.setArray(1, connection.createArrayOf("uuid", households.toArray()));
            statement.setObject(2, OffsetDateTime.ofInstant(by, ZoneOffset.UTC));
            Map<UUID, Due> due = new HashMap<>();
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                due.put(
                        rows.getObject(1, UUID.class),
                        new Due(rows.getInt(2), rows.getTimestamp(3).toInstant()));
            }
            return due;
        }
    }

    /** Those of these households that are known. */
    public Map<UUID, Household> of(Connection connection, Collection<UUID> households, RulesInForce rules)
            throws SQLException {
        return read(connection, rules, "household = any (?)", connection.createArrayOf("uuid", households.toArray()));
    }

    /** All of these households; one that has lost its rows is as if nothing had been told of it, with the tasks asked for. */
    public Map<UUID, Household> orLost(
            Connection connection, Collection<UUID> households, RulesInForce rules, int partitions)
            throws SQLException {
        Map<UUID, Household> all = of(connection, households, rules);
        Set<UUID> lost = new HashSet<>(households);
        lost.removeAll(all.keySet());
        Map<UUID, List<KnownTask>> tasks = tasks(connection, lost);
        lost.forEach(
                id -> all.put(id, Household.unknown(id, lane(id, partitions)).with(tasks.getOrDefault(id, List.of()))));
        return all;
    }

    private Map<UUID, Household> read(Connection connection, RulesInForce rules, String which, Array among)
            throws SQLException {
        Map<UUID, Household> households = new HashMap<>();
        FactorsJson factors = new FactorsJson();
        Set<UUID> packedOtherwise = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(STATES + which)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            statement.unwrap(PGStatement.class).setPrepareThreshold(BINARY_AT_ONCE);
            statement.setArray(1, among);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                UUID id = rows.getObject(1, UUID.class);
                boolean restricted = rows.getBoolean(2);
                Household before = households.getOrDefault(id, Household.unknown(id, rows.getInt(3)));
                Optional<Household.Part> part = Optional.of(part(rows, factors, rules));
                if (rows.getInt(10) != packed.format()) {
                    packedOtherwise.add(id);
                }
                households.put(
                        id,
                        new Household(
                                id,
                                before.lane(),
                                restricted ? before.standard() : part,
                                restricted ? part : before.restricted(),
                                before.tasks()));
            }
        }
        tasks(connection, households.keySet())
                .forEach((id, tasks) -> households.computeIfPresent(id, (same, household) -> household.with(tasks)));
        if (!packedOtherwise.isEmpty()) {
            histories
                    .of(connection, packedOtherwise)
                    .forEach((id, anew) -> households.computeIfPresent(id, (same, household) -> household.with(anew)));
        }
        return households;
    }

    /** What was evaluated by others than the rules in force is due for evaluation at once. */
    private static Household.Part part(ResultSet row, FactorsJson factors, RulesInForce rules) throws SQLException {
        boolean evaluated = row.getBoolean(13) && rules.evaluated(row.getString(11), row.getObject(12, Integer.class));
        return new Household.Part(
                row.getInt(4),
                row.getBytes(5),
                new StoredState(row.getInt(6), Band.valueOf(row.getString(7)), factors.read(row.getString(8))),
                evaluated
                        ? Optional.ofNullable(row.getTimestamp(9)).map(Timestamp::toInstant)
                        : Optional.of(Instant.MIN));
    }

    private static Map<UUID, List<KnownTask>> tasks(Connection connection, Collection<UUID> households)
            throws SQLException {
        Map<UUID, List<KnownTask>> tasks = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(TASKS)) {
            statement.setArray(1, connection.createArrayOf("uuid", households.toArray()));
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                UUID household = rows.getObject(2, UUID.class);
                tasks.computeIfAbsent(household, none -> new ArrayList<>())
                        .add(new KnownTask(
                                rows.getObject(1, UUID.class),
                                household,
                                rows.getString(3),
                                rows.getInt(4),
                                rows.getBoolean(5) ? Clearance.RESTRICTED : Clearance.STANDARD,
                                rows.getBoolean(6),
                                end(rows)));
            }
        }
        return tasks;
    }

    private static Optional<TaskEnd> end(ResultSet task) throws SQLException {
        String outcome = task.getString(7);
        return outcome == null
                ? Optional.empty()
                : Optional.of(new TaskEnd(
                        Outcome.valueOf(outcome), task.getTimestamp(8).toInstant()));
    }
}
