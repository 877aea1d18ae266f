package org.communitysolutions.risk.decisions.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communitysolutions.risk.decisions.Period;
import org.communitysolutions.risk.decisions.RuleDecisions;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.tasks.Outcome;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.hibernate.reactive.mutiny.Mutiny;

/** Counts the rows of tasks; row-level security decides which of them the caller's counts include. */
@ApplicationScoped
public class DecisionRows {

    private static final String COUNT = """
        select rule, rule_version, restricted, outcome, withdrawn_at is null, cast(count(*) as integer)
        from raised_task
        where (cast(?1 as timestamptz) is null or raised_at >= ?1) and (cast(?2 as timestamptz) is null or raised_at < ?2)
        group by 1, 2, 3, 4, 5 order by 1, 2, 3
        """;

    /** Which tasks of the same rule are counted together. */
    private record Version(String rule, int version, boolean restricted) {}

    /** So many tasks that ended with one outcome, or that nobody ended. */
    private record Count(Optional<Outcome> outcome, boolean stands, int tasks) {}

    public Uni<List<RuleDecisions>> of(Mutiny.Session session, Period period) {
        return session.createNativeQuery(COUNT, Object[].class)
                .setParameter(1, start(period.from()))
                .setParameter(2, start(period.to().map(day -> day.plusDays(1))))
                .getResultList()
                .map(DecisionRows::byVersion);
    }

    private static OffsetDateTime start(Optional<LocalDate> day) {
        Optional<Instant> start = day.map(CouncilCalendar::startOf);
        return start.map(instant -> instant.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    private static List<RuleDecisions> byVersion(List<Object[]> rows) {
        Map<Version, List<Count>> versions = new LinkedHashMap<>();
        for (Object[] row : rows) {
            versions.computeIfAbsent(
                            new Version((String) row[0], (Integer) row[1], (Boolean) row[2]), none -> new ArrayList<>())
                    .add(new Count(
                            Optional.ofNullable((String) row[3]).map(Outcome::valueOf), (Boolean) row[4], (Integer)
                                    row[5]));
        }
        return versions.entrySet().stream()
                .map(version -> decisions(version.getKey(), version.getValue()))
                .toList();
    }

    private static RuleDecisions decisions(Version of, List<Count> counts) {
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
        return new RuleDecisions(
                of.rule(),
                of.version(),
                of.restricted() ? Clearance.RESTRICTED : Clearance.STANDARD,
                all,
                withdrawn,
                open,
                ended);
    }
}
