package org.communitysolutions.risk.editions;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.communitysolutions.risk.editions.persistence.ShadowRows;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;

/** Counts what an edition in shadow would have asked for. */
@ApplicationScoped
public class ReadShadow {

    private final Transactions transactions;
    private final ShadowRows rows;

    ReadShadow(Transactions transactions, ShadowRows rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    /** The counts; empty if the edition was never in shadow. */
    public Uni<Optional<ShadowCounts>> handle(Caller caller, String version) {
        return transactions.run(caller, session -> rows.counts(session, version));
    }
}
