package org.communitysolutions.risk.backtests;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.backtests.persistence.BacktestRows;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;

/** Stops a backtest that waits or runs; one that has ended stays as it is. */
@ApplicationScoped
public class CancelBacktest {

    private final Transactions transactions;
    private final BacktestRows rows;

    CancelBacktest(Transactions transactions, BacktestRows rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    /** As it is then; empty if there is none, or none that the caller may know of. */
    public Uni<Optional<Backtest>> handle(Caller caller, UUID id) {
        return transactions.run(caller, session -> rows.cancel(session, id).chain(() -> rows.find(session, id)));
    }
}
