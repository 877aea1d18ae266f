package org.communitysolutions.risk.decisions.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.communitysolutions.risk.decisions.OutreachDecisions;
import org.communitysolutions.risk.decisions.Period;
import org.communitysolutions.risk.decisions.RuleDecisions;
import org.communitysolutions.risk.decisions.TaskTally;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.tasks.Outcome;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.hibernate.reactive.mutiny.Mutiny;

/** Counts the rows of tasks; row-level security decides which of them the caller's counts include. */
@ApplicationScoped
public class DecisionRows {

    private static final String BY_RULE = """
        select restricted, outcome, withdrawn_at is null, cast(count(*) as integer), rule, rule_version
        from raised_task
        where proposal is null
          and (cast(?1 as timestamptz) is null or raised_at >= ?1) and (cast(?2 as timestamptz) is null or raised_at < ?2)
        group by rule, rule_version, 1, 2, 3 order by rule, rule_version, 1
        """;

    private static final String BY_PROPOSAL = """
        select t.restricted, t.outcome, t.withdrawn_at is null, cast(count(*) as integer), p.id, p.name, p.purpose
        from raised_task t join outreach_proposal p on p.id = t.proposal
        where (cast(?1 as timestamptz) is null or raised_at >= ?1) and (cast(?2 as timestamptz) is null or raised_at < ?2)
        group by p.id, 1, 2, 3 order by p.id desc
        """;

    /** On what ground tasks were asked for that are counted together: the columns behind the counts. */
    private record Ground(Clearance clearance, List<Object> names) {}

    /** So many tasks that ended with one outcome, or that nobody ended. */
    private record Count(Optional<Outcome> outcome, boolean stands, int tasks) {}

    /** By rule and version. */
    public Uni<List<RuleDecisions>> ofRules(Mutiny.Session session, Period period) {
        return counted(
                session,
                BY_RULE,
                period,
                (ground, tasks) -> new RuleDecisions(
                        (String) ground.names().get(0), (Integer) ground.names().get(1), ground.clearance(), tasks));
    }

    /** By proposal, the latest first. */
    public Uni<List<OutreachDecisions>> ofOutreach(Mutiny.Session session, Period period) {
        return counted(
                session,
                BY_PROPOSAL,
                period,
                (ground, tasks) -> new OutreachDecisions(
                        (UUID) ground.names().get(0),
                        (String) ground.names().get(1),
                        (String) ground.names().get(2),
                        ground.clearance(),
                        tasks));
    }

    private static <T> Uni<List<T>> counted(
            Mutiny.Session session, String sql, Period period, BiFunction<Ground, TaskTally, T> decisions) {
        return session.createNativeQuery(sql, Object[].class)
                .setParameter(1, start(period.from()))
                .setParameter(2, start(period.to().map(day -> day.plusDays(1))))
                .getResultList()
                .map(rows -> byGround(rows).entrySet().stream()
                        .map(ground -> decisions.apply(ground.getKey(), tally(ground.getValue())))
                        .toList());
    }

    private static OffsetDateTime start(Optional<LocalDate> day) {
        Optional<Instant> start = day.map(CouncilCalendar::startOf);
        return start.map(instant -> instant.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    private static Map<Ground, List<Count>> byGround(List<Object[]> rows) {
        Map<Ground, List<Count>> grounds = new LinkedHashMap<>();
        for (Object[] row : rows) {
            Clearance clearance = (Boolean) row[0] ? Clearance.RESTRICTED : Clearance.STANDARD;
            grounds.computeIfAbsent(
                            new Ground(clearance, Arrays.asList(row).subList(4, row.length)), none -> new ArrayList<>())
                    .add(new Count(
                            Optional.ofNullable((String) row[1]).map(Outcome::valueOf), (Boolean) row[2], (Integer)
                                    row[3]));
        }
        return grounds;
    }

    private static TaskTally tally(List<Count> counts) {
        int all = 0;
        int withdrawn = 0;
        int open = 0;
        Map<Outcome, Integer> ended = new EnumMap<>(Outcome.class);
        for (Count count : counts) {
            all += count.tasks();
            if (count.outcome().isPresent()) {
                ended.merge(count.outcome().get(), count.tasks(), Integer::sum);
            } else if (count.stands()) {
                open += count.tasks();
            } else {
                withdrawn += count.tasks();
            }
        }
        return new TaskTally(all, withdrawn, open, ended);
    }
}
