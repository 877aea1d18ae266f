package org.communitysolutions.risk.stream.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.communitysolutions.risk.editions.RulesInForce;
import org.communitysolutions.risk.rules.RaisedTask;
import org.communitysolutions.risk.stream.HouseholdChange;

/** Keeps what the edition in shadow would ask for, of the households that are written. */
@ApplicationScoped
class ShadowTaskRows {

    private static final String KEEP = """
        insert into shadow_task as known (run, task_id, household, restricted, rule, rule_version, team, asked_at,
                                          withdrawn_at)
        select ?, * from unnest(?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (run, task_id) do update set withdrawn_at = excluded.withdrawn_at, team = excluded.team
        where (known.withdrawn_at, known.team) is distinct from (excluded.withdrawn_at, excluded.team)
        """;

    /** What came late may show that a rule never held. */
    private static final String FORGET = """
        delete from shadow_task where run = ? and household = any (?)
            and not exists (select 1 from unnest(?) as asked (id) where asked.id = task_id)
        """;

    /** A task that would be asked for, and of whom. */
    private record Asked(HouseholdChange change, RaisedTask task) {}

    void keep(Connection connection, RulesInForce rules, List<HouseholdChange> changes) throws SQLException {
        if (rules.shadow().isEmpty() || changes.isEmpty()) {
            return;
        }
        int run = rules.shadow().get().run();
        List<Asked> asked = new ArrayList<>();
        changes.forEach(change -> change.inShadow().forEach(task -> asked.add(new Asked(change, task))));
        Object[] tasks = asked.stream().map(one -> one.task().id()).toArray();
        try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
            forget.setInt(1, run);
            forget.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid",
                            changes.stream().map(change -> change.after().id()).toArray()));
            forget.setArray(3, connection.createArrayOf("uuid", tasks));
            forget.executeUpdate();
        }
        if (!asked.isEmpty()) {
            keep(connection, run, asked, tasks);
        }
    }

    private static void keep(Connection connection, int run, List<Asked> asked, Object[] tasks) throws SQLException {
        try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
            keep.setInt(1, run);
            keep.setArray(2, connection.createArrayOf("uuid", tasks));
            keep.setArray(3, connection.createArrayOf("uuid", column(asked, one -> one.change()
                    .after()
                    .id())));
            keep.setArray(4, connection.createArrayOf("bool", column(asked, one -> one.task()
                    .clearance()
                    .isRestricted())));
            keep.setArray(5, connection.createArrayOf("text", column(asked, one -> one.task()
                    .rule())));
            keep.setArray(6, connection.createArrayOf("int4", column(asked, one -> one.task()
                    .ruleVersion())));
            keep.setArray(7, connection.createArrayOf("text", column(asked, one -> one.task()
                    .team())));
            keep.setArray(
                    8,
                    connection.createArrayOf(
                            "timestamptz", column(asked, one -> at(one.task().raisedAt()))));
            keep.setArray(9, connection.createArrayOf("timestamptz", column(asked, one -> one.task()
                    .withdrawnAt()
                    .map(ShadowTaskRows::at)
                    .orElse(null))));
            keep.executeUpdate();
        }
    }

    private static Object[] column(List<Asked> asked, Function<Asked, Object> of) {
        return asked.stream().map(of).toArray();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
