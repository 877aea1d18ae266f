package org.communitysolutions.risk.editions.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.communitysolutions.risk.editions.ShadowCounts;
import org.hibernate.reactive.mutiny.Mutiny;

/** The rows of the times that editions were in shadow. */
@ApplicationScoped
public class ShadowRows {

    private static final String BEGIN = """
        insert into shadow_run (version, began_by, began_time)
        values (?1, ?2, coalesce((select max(event_time) from lane), to_timestamp(0)))
        """;

    private static final String END = """
        update shadow_run set ended_by = ?2, ended_at = clock_timestamp(),
            ended_time = coalesce((select max(event_time) from lane), to_timestamp(0))
        where version = ?1 and ended_at is null
        """;

    private static final String LATEST = """
        select number, began_at, began_time, ended_at, ended_time from shadow_run where version = ?1
        order by number desc limit 1
        """;

    private static final String BY_RULE = """
        select t.rule, count(*) from shadow_run r join shadow_task t on t.run = r.number
        where r.ended_at is null and not t.restricted and t.withdrawn_at is null group by 1
        """;

    /**
     * By task id: a rule that both editions have asks for the same tasks under the same ids. What people proposed is of no
     * edition.
     */
    private static final String LINES = """
        with shadow as (
            select s.rule, s.team,
                   count(*) filter (where s.asked_at <= r.began_time and t.task_id is not null) as before_live,
                   count(*) filter (where s.asked_at <= r.began_time and t.task_id is null) as before_only,
                   count(*) filter (where s.asked_at > r.began_time and t.task_id is not null) as since_live,
                   count(*) filter (where s.asked_at > r.began_time and t.task_id is null) as since_only
            from shadow_run r join shadow_task s on s.run = r.number left join raised_task t on t.task_id = s.task_id
            where r.number = ?1
              and (s.asked_at > r.began_time or s.withdrawn_at is null or s.withdrawn_at > r.began_time)
            group by 1, 2
        ), live as (
            select t.rule, t.team, count(*) as only_live
            from shadow_run r join raised_task t
                 on t.raised_at > r.began_time and (r.ended_time is null or t.raised_at <= r.ended_time)
            where r.number = ?1 and t.withdrawn_why is distinct from 'CORRECTED' and t.proposal is null
              and not exists (select 1 from shadow_task s where s.run = r.number and s.task_id = t.task_id)
            group by 1, 2
        )
        select rule, team, coalesce(before_live, 0), coalesce(before_only, 0), coalesce(since_live, 0),
               coalesce(since_only, 0), coalesce(only_live, 0)
        from shadow full join live using (rule, team) order by 1, 2
        """;

    /** The version of the edition that is in shadow. */
    public Uni<Optional<String>> inShadow(Mutiny.Session session) {
        return session.createNativeQuery("select version from shadow_run where ended_at is null", String.class)
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }

    /** How many tasks of each standard rule the edition in shadow has asked for and not withdrawn. */
    public Uni<Map<String, Long>> standardTasksByRule(Mutiny.Session session) {
        return session.createNativeQuery(BY_RULE, Object[].class)
                .getResultList()
                .map(lines -> {
                    Map<String, Long> counts = new TreeMap<>();
                    lines.forEach(line -> counts.put((String) line[0], (Long) line[1]));
                    return counts;
                });
    }

    /** What the edition asked for while it was last in shadow; empty if it never was. */
    public Uni<Optional<ShadowCounts>> counts(Mutiny.Session session, String version) {
        return session.createNativeQuery(LATEST, Object[].class)
                .setParameter(1, version)
                .getSingleResultOrNull()
                .chain(run -> run == null
                        ? Uni.createFrom().item(Optional.empty())
                        : session.createNativeQuery(LINES, Object[].class)
                                .setParameter(1, run[0])
                                .getResultList()
                                .map(lines -> Optional.of(counts(version, run, lines))));
    }

    private static ShadowCounts counts(String version, Object[] run, List<Object[]> lines) {
        return new ShadowCounts(
                version,
                instant(run[1]).orElseThrow(),
                instant(run[2]).orElseThrow(),
                instant(run[3]),
                instant(run[4]),
                lines.stream().map(ShadowRows::line).toList());
    }

    private static ShadowCounts.Line line(Object[] row) {
        return new ShadowCounts.Line(
                (String) row[0],
                (String) row[1],
                new ShadowCounts.Both((Long) row[2], (Long) row[3]),
                new ShadowCounts.Both((Long) row[4], (Long) row[5]),
                (Long) row[6]);
    }

    private static Optional<Instant> instant(Object column) {
        return Optional.ofNullable((OffsetDateTime) column).map(OffsetDateTime::toInstant);
    }

    public Uni<Void> begin(Mutiny.Session session, String version, String by) {
        return session.createNativeQuery(BEGIN)
                .setParameter(1, version)
                .setParameter(2, by)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Ends it, if it is in shadow; tells whether it was. */
    public Uni<Boolean> end(Mutiny.Session session, String version, String by) {
        return session.createNativeQuery(END)
                .setParameter(1, version)
                .setParameter(2, by)
                .executeUpdate()
                .map(ended -> ended > 0);
    }
}
