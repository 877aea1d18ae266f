package org.communitysolutions.risk.stream.persistence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.communitysolutions.risk.journal.Histories;
import org.communitysolutions.risk.journal.PackedHistory;
import org.communitysolutions.risk.rules.Band;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.rules.Evaluator;
import org.communitysolutions.risk.rules.HeldFactor;
import org.communitysolutions.risk.rules.HouseholdFacts;
import org.communitysolutions.risk.rules.HouseholdState;
import org.communitysolutions.risk.rules.Rulebook;
import org.communitysolutions.risk.stream.Household;
import org.communitysolutions.risk.stream.HouseholdChange;
import org.communitysolutions.risk.stream.HouseholdChange.StateRow;
import org.communitysolutions.risk.stream.StaleHouseholds;
import org.communitysolutions.risk.stream.StoredState;
import org.communitysolutions.risk.tasks.KnownTask;
import org.communitysolutions.shared.messaging.EnumCodes;

/** Reads and writes households whole. */
@ApplicationScoped
public class HouseholdRows {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int ROWS_AT_ONCE = 2_000;

    private static final String STATES = """
        select household, restricted, lane, version, history, score, band, cast(factors as text), wakes_at, format,
               factors_version, rules_version
        from household_state where
        """;

    private static final String TASKS = """
        select task_id, household, rule, rule_version, restricted, withdrawn_at is null from raised_task where
        """;

    private static final String COLUMNS =
            " (household, restricted, lane, version, format, history, score, band, factors, tenure, ward, adults,"
                    + " children, as_of, wakes_at, factors_version, rules_version)";

    private static final String STAGE = """
        create temporary table if not exists changed_household (like household_state) on commit delete rows
        """;

    private static final String UPDATE = """
        update household_state h set lane = c.lane, version = c.version, format = c.format, history = c.history,
            score = c.score, band = c.band, factors = c.factors, tenure = c.tenure, ward = c.ward, adults = c.adults,
            children = c.children, as_of = c.as_of, wakes_at = c.wakes_at, factors_version = c.factors_version,
            rules_version = c.rules_version
        from changed_household c
        where h.household = c.household and h.restricted = c.restricted and h.version = c.version - 1
        """;

    private final PackedHistory packed;
    private final Histories histories;
    private final Evaluator evaluator;

    HouseholdRows(PackedHistory packed, Histories histories, Evaluator evaluator) {
        this.packed = packed;
        this.histories = histories;
        this.evaluator = evaluator;
    }

    /** All households of the lanes, by lane. */
    public Map<Integer, Map<UUID, Household>> ofLanes(Connection connection, Collection<Integer> lanes)
            throws SQLException {
        Object[] numbers = lanes.toArray();
        Map<Integer, Map<UUID, Household>> byLane = new HashMap<>();
        read(
                        connection,
                        "lane = any (?)",
                        "household in (select household from household_state where lane = any (?))",
                        statement -> statement.setArray(1, connection.createArrayOf("int4", numbers)))
                .forEach((id, household) -> byLane.computeIfAbsent(household.lane(), none -> new HashMap<>())
                        .put(id, household));
        return byLane;
    }

    /** Works out the lanes of households that have none yet. */
    public void giveLanes(Connection connection, int partitions) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(
                        "select household from household_state where lane is null for update");
                PreparedStatement give =
                        connection.prepareStatement("update household_state set lane = ? where household = ?")) {
            ResultSet rows = find.executeQuery();
            while (rows.next()) {
                UUID household = rows.getObject(1, UUID.class);
                byte[] key = household.toString().getBytes(StandardCharsets.UTF_8);
                give.setInt(1, BuiltInPartitioner.partitionForKey(key, partitions));
                give.setObject(2, household);
                give.addBatch();
            }
            give.executeBatch();
        }
    }

    /** The households that come after that one, in the order of their ids. */
    public List<UUID> after(Connection connection, UUID household, int most) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select distinct household from household_state where household > ? order by 1 limit ?")) {
            statement.setObject(1, household);
            statement.setInt(2, most);
            List<UUID> households = new ArrayList<>();
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                households.add(rows.getObject(1, UUID.class));
            }
            return households;
        }
    }

    /** Those of these households that are known. */
    public Map<UUID, Household> of(Connection connection, Collection<UUID> households) throws SQLException {
        Object[] ids = households.toArray();
        return read(
                connection,
                "household = any (?)",
                "household = any (?)",
                statement -> statement.setArray(1, connection.createArrayOf("uuid", ids)));
    }

    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    private Map<UUID, Household> read(Connection connection, String states, String tasks, Parameters parameters)
            throws SQLException {
        Map<UUID, List<KnownTask>> known = tasks(connection, TASKS + tasks, parameters);
        Map<UUID, Household> households = new HashMap<>();
        Map<String, String> codes = new HashMap<>();
        Set<UUID> packedOtherwise = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(STATES + states)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            parameters.set(statement);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                UUID id = rows.getObject(1, UUID.class);
                boolean restricted = rows.getBoolean(2);
                Household before = households.getOrDefault(
                        id,
                        new Household(
                                id,
                                rows.getInt(3),
                                Optional.empty(),
                                Optional.empty(),
                                known.getOrDefault(id, List.of())));
                Optional<Household.Part> part = Optional.of(part(rows, codes));
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
        if (!packedOtherwise.isEmpty()) {
            histories
                    .of(connection, packedOtherwise)
                    .forEach((id, anew) -> households.computeIfPresent(id, (same, household) -> household.with(anew)));
        }
        return households;
    }

    /** What another edition was said by is due for evaluation at once. */
    private Household.Part part(ResultSet row, Map<String, String> codes) throws SQLException {
        Rulebook book = evaluator.book();
        boolean live = book.factorsEdition().version().equals(row.getString(11))
                && book.rulesEdition().version().equals(row.getString(12));
        return new Household.Part(
                row.getInt(4),
                row.getBytes(5),
                new StoredState(row.getInt(6), Band.valueOf(row.getString(7)), factors(row.getString(8), codes)),
                live ? Optional.ofNullable(row.getTimestamp(9)).map(Timestamp::toInstant) : Optional.of(Instant.MIN));
    }

    private static Map<UUID, List<KnownTask>> tasks(Connection connection, String sql, Parameters parameters)
            throws SQLException {
        Map<UUID, List<KnownTask>> tasks = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            parameters.set(statement);
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
                                rows.getBoolean(6)));
            }
        }
        return tasks;
    }

    /**
     * Writes the rows of these changes.
     *
     * @throws StaleHouseholds if one of them was written by another since it was read
     */
    void keep(Connection connection, List<HouseholdChange> changes) throws SQLException {
        int changed = 0;
        int added = 0;
        for (HouseholdChange change : changes) {
            for (StateRow row : change.rows()) {
                if (row.version() > 1) {
                    changed++;
                } else {
                    added++;
                }
            }
        }
        if (added > 0) {
            copy(connection, "household_state_rows", changes, false);
        }
        if (changed > 0) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(STAGE);
                copy(connection, "changed_household", changes, true);
                if (statement.executeUpdate(UPDATE) != changed) {
                    throw new StaleHouseholds("A household was written by another since it was read");
                }
            }
        }
    }

    private void copy(Connection connection, String table, List<HouseholdChange> changes, boolean known)
            throws SQLException {
        try (CopyRows rows = new CopyRows(connection, table + COLUMNS)) {
            for (HouseholdChange change : changes) {
                for (StateRow row : change.rows()) {
                    if (row.version() > 1 == known) {
                        put(rows, change.after(), row);
                    }
                }
            }
            rows.end();
        }
    }

    private void put(CopyRows rows, Household household, StateRow row) throws SQLException {
        Rulebook book = evaluator.book();
        Optional<HouseholdState> state = row.state();
        HouseholdFacts facts = state.map(HouseholdState::facts).orElse(HouseholdFacts.UNKNOWN);
        rows.row(17)
                .uuid(household.id())
                .bool(row.restricted())
                .smallint(household.lane())
                .integer(row.version())
                .integer(packed.format())
                .bytes(row.history())
                .integer(state.map(HouseholdState::score).orElse(0))
                .text(state.map(HouseholdState::band).orElse(Band.LOW).name())
                .jsonb(state.map(known -> factors(known.factors())).orElse("{}"))
                .text(facts.tenure().orElse(null))
                .text(facts.ward().orElse(null))
                .integer(number(facts.adults()))
                .integer(number(facts.children()))
                .timestamp(state.map(HouseholdState::asOf).orElse(row.since()))
                .timestamp(row.wakesAt().orElse(null))
                .text(book.factorsEdition().version())
                .text(book.rulesEdition().version());
    }

    private static Integer number(OptionalLong value) {
        return value.isPresent() ? Math.toIntExact(value.getAsLong()) : null;
    }

    /** Codes are lower-case letters and hyphens, so nothing has to be escaped. */
    private static String factors(List<HeldFactor> held) {
        StringBuilder json = new StringBuilder(64 + 240 * held.size()).append('{');
        for (HeldFactor factor : held) {
            json.append(json.length() > 1 ? "," : "")
                    .append('"')
                    .append(factor.code())
                    .append("\":{\"since\":\"")
                    .append(factor.since())
                    .append("\",\"by\":\"")
                    .append(factor.began())
                    .append("\",\"latest\":\"")
                    .append(factor.latestAt())
                    .append("\",\"trend\":\"")
                    .append(EnumCodes.of(factor.trend()))
                    .append('"');
            factor.standsUntil()
                    .ifPresent(
                            until -> json.append(",\"until\":\"").append(until).append('"'));
            factor.level().ifPresent(level -> json.append(",\"level\":").append(level));
            json.append('}');
        }
        return json.append('}').toString();
    }

    private static Map<String, StoredState.StoredFactor> factors(String json, Map<String, String> codes) {
        Map<String, StoredState.StoredFactor> factors = new HashMap<>();
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            for (String code = parser.nextFieldName(); code != null; code = parser.nextFieldName()) {
                parser.nextToken();
                factors.put(codes.computeIfAbsent(code, same -> same), factor(parser));
            }
        } catch (IOException e) {
            throw new IllegalStateException("The factors of a household cannot be read", e);
        }
        return Map.copyOf(factors);
    }

    private static StoredState.StoredFactor factor(JsonParser parser) throws IOException {
        Instant since = null;
        UUID by = null;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            String value = parser.nextTextValue();
            switch (name) {
                case "since" -> since = Instant.from(DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(value));
                case "by" -> by = UUID.fromString(value);
                default -> {
                    // Of no consequence here.
                }
            }
        }
        return new StoredState.StoredFactor(since, by);
    }
}
