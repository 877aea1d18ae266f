package org.communitysolutions.risk.segments;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.communitysolutions.risk.disclosure.ListReaders;
import org.communitysolutions.risk.disclosure.SmallNumbers;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;

/** Counts the households that a query finds: those who may see lists see what was counted, others what may be shown. */
@ApplicationScoped
public class CountSegment {

    private final Transactions transactions;
    private final Segments segments;
    private final SmallNumbers rule;

    CountSegment(Transactions transactions, Segments segments, SmallNumbers rule) {
        this.transactions = transactions;
        this.segments = segments;
        this.rule = rule;
    }

    /**
     * The counts.
     *
     * @throws QueryRefused (through the Uni) if it cannot be asked
     */
    public Uni<Counts> handle(Caller caller, Clause clause) {
        return transactions.run(
                caller, session -> segments.ask(session, caller, Viewer.of(caller), clause, Segments.Use.COUNTS)
                        .chain(asked -> segments.groups(session, asked)
                                .map(groups -> ListReaders.include(caller)
                                        ? Counts.exact(asked.now().latest(), groups)
                                        : Counts.guarded(asked.now().latest(), groups, rule))));
    }
}
