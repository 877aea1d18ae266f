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

/** Writes households whole: new ones straight into the table, known ones by way of a temporary table. */
@ApplicationScoped
class ChangedHouseholds {

    private static final String COLUMNS =
            " (household, restricted, lane, version, format, history, score, band, factors, tenure, ward, adults,"
                    + " children, as_of, wakes_at, factors_version, rules_version, shadow_run, open_work)";

    private static final String STAGE = """
        create temporary table if not exists changed_household (like household_state) on commit delete rows
        """;

    private static final String UPDATE = """
        update household_state h set lane = c.lane, version = c.version, format = c.format, history = c.history,
            score = c.score, band = c.band, factors = c.factors, tenure = c.tenure, ward = c.ward, adults = c.adults,
            children = c.children, as_of = c.as_of, wakes_at = c.wakes_at, factors_version = c.factors_version,
            rules_version = c.rules_version, shadow_run = c.shadow_run, open_work = c.open_work
        from changed_household c
        where h.household = c.household and h.restricted = c.restricted and h.version = c.version - 1
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
            copy(connection, "household_state_rows", changes, rules, false);
        }
        if (changed > 0) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(STAGE);
                copy(connection, "changed_household", changes, rules, true);
                if (statement.executeUpdate(UPDATE) != changed) {
                    throw new StaleHouseholds("A household was written by another since it was read");
                }
            }
        }
    }

    private void copy(
            Connection connection, String table, List<HouseholdChange> changes, RulesInForce rules, boolean known)
            throws SQLException {
        try (CopyRows rows = new CopyRows(connection, table + COLUMNS)) {
            for (HouseholdChange change : changes) {
                for (StateRow row : change.rows()) {
                    if (row.version() > 1 == known) {
                        put(rows, change.after(), row, rules);
                    }
                }
            }
            rows.end();
        }
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
