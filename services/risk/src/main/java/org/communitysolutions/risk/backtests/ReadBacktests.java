package org.communitysolutions.risk.backtests;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.backtests.persistence.BacktestRows;
import org.communitysolutions.risk.disclosure.Figure;
import org.communitysolutions.risk.disclosure.SmallNumbers;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;

/** Shows backtests, how far they have come, and what came of them: to analysts without small numbers. */
@ApplicationScoped
public class ReadBacktests {

    private final Transactions transactions;
    private final BacktestRows rows;
    private final SmallNumbers smallNumbers;

    ReadBacktests(Transactions transactions, BacktestRows rows, SmallNumbers smallNumbers) {
        this.transactions = transactions;
        this.rows = rows;
        this.smallNumbers = smallNumbers;
    }

    /** A backtest and, once it is finished, what the caller may see of its result. */
    public record Shown(Backtest backtest, Optional<BacktestResult<Figure>> result) {}

    /** Empty if there is none, or none that the caller may know of. */
    public Uni<Optional<Shown>> byId(Caller caller, UUID id) {
        return transactions.run(caller, session -> rows.find(session, id)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.<Shown>empty())
                        : rows.result(session, id)
                                .map(result -> Optional.of(
                                        new Shown(found.get(), result.map(exact -> shown(caller, exact)))))));
    }

    /** Up to {@code most}, the last that was asked for first, from the first after that one. */
    public Uni<List<Backtest>> list(Caller caller, Optional<UUID> after, int most) {
        return transactions.run(caller, session -> rows.list(session, after, most));
    }

    private BacktestResult<Figure> shown(Caller caller, BacktestResult<Long> exact) {
        return BacktestAccess.seesExactly(caller) ? exact.map(Figure::exact) : ShownResult.of(exact, smallNumbers);
    }
}
