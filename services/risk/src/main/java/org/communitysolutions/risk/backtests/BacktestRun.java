package org.communitysolutions.risk.backtests;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.communitysolutions.risk.backtests.persistence.HistoryParts;
import org.communitysolutions.risk.backtests.persistence.RunRows;
import org.communitysolutions.risk.backtests.persistence.RunTransactions;
import org.communitysolutions.risk.journal.Histories;
import org.communitysolutions.risk.journal.PackedHistory;

/**
 * One run of a backtest. Parts of the households are read one after another and tried by a few threads meanwhile; no more
 * parts are in memory than there are threads, and two. Before each part it asks whether it is to go on.
 */
final class BacktestRun {

    private final RunTransactions transactions;
    private final RunRows rows;
    private final HistoryParts parts;
    private final PackedHistory packed;
    private final Backtesting settings;
    private final RunRows.TakenUp run;
    private final Trial trial;
    private final BooleanSupplier stopping;
    private final Findings findings = new Findings();
    private int done;

    BacktestRun(
            RunTransactions transactions,
            RunRows rows,
            HistoryParts parts,
            PackedHistory packed,
            Backtesting settings,
            RunRows.TakenUp run,
            Trial trial,
            BooleanSupplier stopping) {
        this.transactions = transactions;
        this.rows = rows;
        this.parts = parts;
        this.packed = packed;
        this.settings = settings;
        this.run = run;
        this.trial = trial;
        this.stopping = stopping;
    }

    /** What was found of some households. */
    private record Tried(int households, Findings findings) {}

    /**
     * Tries the rules on all households.
     *
     * @return empty if it was cancelled, taken up by another, or laid down because the service stops
     * @throws SQLException if the database is not there; the run is then taken up anew once nothing was heard of it for a
     *     while
     */
    Optional<Findings> overAllHouseholds() throws SQLException, InterruptedException {
        int households = transactions.run(run.restricted(), parts::households);
        try (ExecutorService threads = Executors.newFixedThreadPool(
                settings.threads(), Thread.ofPlatform().name("backtest-", 1).factory())) {
            Deque<Future<Tried>> underWay = new ArrayDeque<>();
            Optional<UUID> last = Optional.empty();
            do {
                if (!goesOn(households)) {
                    return Optional.empty();
                }
                Optional<UUID> before = last;
                HistoryParts.Part part =
                        transactions.run(run.restricted(), open -> parts.after(open, before, settings.part()));
                underWay.add(threads.submit(() -> tried(part.households())));
                last = part.last();
                while (underWay.size() > (last.isPresent() ? settings.threads() : 0)) {
                    add(underWay.removeFirst());
                }
            } while (last.isPresent());
        }
        return Optional.of(findings);
    }

    private boolean goesOn(int households) throws SQLException {
        if (stopping.getAsBoolean()) {
            transactions.run(run.restricted(), open -> {
                rows.layDown(open, run);
                return true;
            });
            return false;
        }
        return transactions.run(run.restricted(), open -> rows.beat(open, run, households, done));
    }

    private void add(Future<Tried> part) throws InterruptedException {
        try {
            Tried tried = part.get();
            findings.add(tried.findings());
            done += tried.households();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Rules cannot be tried on a household", e.getCause());
        }
    }

    private Tried tried(Map<UUID, Histories.Packed> households) {
        Findings found = new Findings();
        households.forEach((household, history) -> trial.on(
                        household,
                        packed.open(history.standard(), false).events(),
                        packed.open(history.restricted(), true).events())
                .ifPresent(found::add));
        return new Tried(households.size(), found);
    }
}
