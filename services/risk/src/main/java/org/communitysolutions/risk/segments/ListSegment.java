package org.communitysolutions.risk.segments;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.segments.persistence.SegmentRows;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.ReadAudit;
import org.communitysolutions.shared.transactions.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;

/** Lists the households that a query finds and somebody works with. Unknown ones are never listed. */
@ApplicationScoped
public class ListSegment {

    private final Transactions transactions;
    private final Segments segments;
    private final SegmentRows rows;
    private final ReadAudit audit;

    ListSegment(Transactions transactions, Segments segments, SegmentRows rows, ReadAudit audit) {
        this.transactions = transactions;
        this.segments = segments;
        this.rows = rows;
        this.audit = audit;
    }

    /**
     * A part of the list.
     *
     * @param after the last household of the part before; empty to begin
     * @param most how many are shown
     */
    public record Part(Clause query, Optional<UUID> after, int most) {}

    /**
     * The households after that one, one more than are shown if there are more. Each that is shown is audited as read.
     *
     * @throws QueryRefused (through the Uni) if it cannot be asked
     */
    public Uni<List<FoundHousehold>> handle(Caller caller, Part part) {
        return transactions.run(caller, session -> segments.ask(
                        session, caller, Viewer.of(caller), part.query(), Segments.Use.LIST)
                .chain(asked -> rows.known(
                        session, asked.viewer(), asked.query(), asked.now().latest(), part.after(), part.most() + 1))
                .call(found ->
                        audit(session, caller, found.stream().limit(part.most()).toList())));
    }

    private Uni<Void> audit(Mutiny.Session session, Caller caller, List<FoundHousehold> shown) {
        return Multi.createFrom()
                .iterable(shown)
                .onItem()
                .transformToUniAndConcatenate(found -> audit.read(session, caller, "household", found.household()))
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
