package org.communitysolutions.risk.segments;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.communitysolutions.risk.editions.Editions;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.rules.Factor;
import org.communitysolutions.risk.segments.persistence.QueryRows;
import org.communitysolutions.risk.segments.persistence.SegmentRows;
import org.communitysolutions.risk.stream.BoroughTime;
import org.communitysolutions.shared.messaging.EnumCodes;
import org.communitysolutions.shared.transactions.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

/** What may be asked of households at large, within a transaction. Each query is kept: several together may tell more. */
@ApplicationScoped
public class Segments {

    private final SegmentRows rows;
    private final QueryRows queries;
    private final BoroughTime time;
    private final Editions editions;
    private final MeterRegistry meters;

    Segments(SegmentRows rows, QueryRows queries, BoroughTime time, Editions editions, MeterRegistry meters) {
        this.rows = rows;
        this.queries = queries;
        this.time = time;
        this.editions = editions;
        this.meters = meters;
    }

    /** What is wanted of the households. */
    public enum Use {
        COUNTS,
        LIST,
        PROPOSAL
    }

    /**
     * A query that may be asked.
     *
     * @param restricted whether it speaks of a factor that only those cleared for it know
     * @param now how far time has come
     */
    public record Asked(SegmentQuery query, Viewer viewer, boolean restricted, BoroughTime.Now now) {}

    /**
     * Checks what is asked, and keeps that it was.
     *
     * @throws QueryRefused (through the Uni) if it is no query, or names a factor or ward that the viewer cannot know
     */
    public Uni<Asked> ask(Mutiny.Session session, Caller caller, Viewer viewer, Clause clause, Use use) {
        SegmentQuery query = read(viewer, clause, Set.of());
        return rows.withoutHouseholds(session, query.wards())
                .map(empty -> read(viewer, clause, Set.copyOf(empty)))
                .call(() -> queries.keep(session, caller, use, clause, isRestricted(query)))
                .invoke(() -> meters.counter("risk.segments.queries", "for", EnumCodes.of(use))
                        .increment())
                .chain(() -> time.now(session))
                .map(now -> new Asked(query, viewer, isRestricted(query), now));
    }

    /**
     * What was asked before, as of now.
     *
     * @throws QueryRefused (through the Uni) if the live edition has no longer what it speaks of
     */
    public Uni<Asked> askAgain(Mutiny.Session session, Viewer viewer, Clause clause) {
        return time.now(session).map(now -> {
            SegmentQuery query = read(viewer, clause, Set.of());
            return new Asked(query, viewer, isRestricted(query), now);
        });
    }

    /** All households that are found, in groups that are alike, ordered by ward. */
    public Uni<List<Group>> groups(Mutiny.Session session, Asked asked) {
        return rows.groups(session, asked.viewer(), asked.query(), asked.now().latest());
    }

    /** Up to {@code most} unknown households that may be reached out to, the gravest score first. */
    public Uni<List<UnknownHousehold>> unknown(Mutiny.Session session, Asked asked, int most) {
        return rows.unknown(session, asked.viewer(), asked.query(), asked.now().latest(), most);
    }

    private SegmentQuery read(Viewer viewer, Clause clause, Set<String> emptyWards) {
        return ReadQuery.of(clause, viewer.factors(editions.live().book()), emptyWards);
    }

    private boolean isRestricted(SegmentQuery query) {
        return editions.live().book().factors().stream()
                .filter(factor -> factor.clearance() == Clearance.RESTRICTED)
                .map(Factor::code)
                .anyMatch(query.factors()::contains);
    }
}
