package org.communitysolutions.risk.stream.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.communitysolutions.risk.editions.RulesInForce;
import org.communitysolutions.risk.journal.PackedHistory;
import org.communitysolutions.risk.rules.HouseholdFacts;
import org.communitysolutions.risk.rules.HouseholdState;
import org.communitysolutions.risk.rules.Rulebook;
import org.communitysolutions.risk.stream.Household;
import org.communitysolutions.risk.stream.HouseholdChange;
import org.communitysolutions.risk.stream.HouseholdChange.StateRow;
import org.communitysolutions.risk.stream.StaleHouseholds;
import org.communitysolutions.risk.stream.StoredState;

/** Writes households whole, by way of a temporary table. */
@ApplicationScoped
class ChangedHouseholds {

    private static final String COLUMNS =
            " (household, restricted, lane, version, format, history, score, band, factors, tenure, ward, adults,"
                    + " children, as_of, wakes_at, factors_version, rules_version, shadow_run, open_work)";

    private static final String STAGE = """
        create temporary table if not exists changed_household (like household_state) on commit delete rows
        """;

    /**
     * Finds each row by its key, however many there are: the planner knows nothing of the temporary table, and would rather
     * join it with all households.
     */
    private static final String KEEP =
            "insert into household_state" + COLUMNS + " select" + COLUMNS.replaceAll("[()]", "")
                    + " from changed_household " + """
        on conflict (household, restricted) do update set lane = excluded.lane, version = excluded.version,
            format = excluded.format, history = excluded.history, score = excluded.score, band = excluded.band,
            factors = excluded.factors, tenure = excluded.tenure, ward = excluded.ward, adults = excluded.adults,
            children = excluded.children, as_of = excluded.as_of, wakes_at = excluded.wakes_at,
            factors_version = excluded.factors_version, rules_version = excluded.rules_version,
            shadow_run = excluded.shadow_run, open_work = excluded.open_work
        where household_state.version = excluded.version - 1
        """;

    private final PackedHistory packed;

    ChangedHouseholds(PackedHistory packed) {
        this.packed = packed;
    }

    /**
     * Writes the rows of these changes.
     *
     * @param rules by which they were evaluated
     * @throws StaleHouseholds if one of them was written by another since it was read
     */
    void keep(Connection connection, List<HouseholdChange> changes, RulesInForce rules) throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(STAGE);
            int staged = stage(connection, changes, rules);
            if (statement.executeUpdate(KEEP) != staged) {
                throw new StaleHouseholds("A household was written by another since it was read");
            }
        }
    }

    private int stage(Connection connection, List<HouseholdChange> changes, RulesInForce rules) throws SQLException {
        int staged = 0;
        try (CopyRows rows = new CopyRows(connection, "changed_household" + COLUMNS)) {
            for (HouseholdChange change : changes) {
                for (StateRow row : change.rows()) {
                    put(rows, change.after(), row, rules);
                    staged++;
                }
            }
            rows.end();
        }
        return staged;
    }

    private void put(CopyRows rows, Household household, StateRow row, RulesInForce rules) throws SQLException {
        Rulebook book = rules.live().book();
        Optional<HouseholdState> state = row.state();
        StoredState told = (row.restricted() ? household.restricted() : household.standard())
                .orElseThrow()
                .told();
        HouseholdFacts facts = state.map(HouseholdState::facts).orElse(HouseholdFacts.UNKNOWN);
        rows.row(19)
                .uuid(household.id())
                .bool(row.restricted())
                .smallint(household.lane())
                .integer(row.version())
                .integer(packed.format())
                .bytes(row.history())
                .integer(told.score())
                .text(told.band().name())
                .jsonb(state.map(known -> FactorsJson.write(known.factors())).orElse("{}"))
                .text(facts.tenure().orElse(null))
                .text(facts.ward().orElse(null))
                .integer(number(facts.adults()))
                .integer(number(facts.children()))
                .timestamp(state.map(HouseholdState::asOf).orElse(row.since()))
                .timestamp(row.wakesAt().orElse(null))
                .text(book.factorsEdition().version())
                .text(book.rulesEdition().version())
                .integer(rules.shadow().map(RulesInForce.Shadow::run).orElse(null))
                .texts(row.openWork());
    }

    private static Integer number(OptionalLong value) {
        return value.isPresent() ? Math.toIntExact(value.getAsLong()) : null;
    }
}
