package org.communitysolutions.risk.backtests;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
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
import org.communitysolutions.risk.links.HouseholdLinks;
import org.communitysolutions.risk.links.JointHistory;
import org.communitysolutions.risk.links.KnownLinks;
import org.communitysolutions.risk.rules.PastEvent;

/**
 * One run of a backtest. Parts of the households are read one after another and tried by a few threads meanwhile; no more
 * parts are in memory than there are threads, and two. Before each part it asks whether it is to go on.
 *
 * <p>What is merged is left out of these parts, wherever it stands in them, and tried in the end: each group as one
 * household, by the links that were known when the run began.
 */
final class BacktestRun {

    private static final int GROUPS_AT_ONCE = 500;

    private final RunTransactions transactions;
    private final RunRows rows;
    private final HistoryParts parts;
    private final KnownLinks known;
    private final PackedHistory packed;
    private final Backtesting settings;
    private final RunRows.TakenUp run;
    private final Trial trial;
    private final BooleanSupplier stopping;
    private final Findings findings = new Findings();
    private final Deque<Future<Tried>> underWay = new ArrayDeque<>();
    private int done;

    BacktestRun(
            RunTransactions transactions,
            RunRows rows,
            HistoryParts parts,
            KnownLinks known,
            PackedHistory packed,
            Backtesting settings,
            RunRows.TakenUp run,
            Trial trial,
            BooleanSupplier stopping) {
        this.transactions = transactions;
        this.rows = rows;
        this.parts = parts;
        this.known = known;
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
        HouseholdLinks links = transactions
                .run(run.restricted(), open -> known.read(open, KnownLinks.Version.NONE))
                .links();
        try (ExecutorService threads = Executors.newFixedThreadPool(
                settings.threads(), Thread.ofPlatform().name("backtest-", 1).factory())) {
            if (!tryApart(threads, links, households) || !tryJoint(threads, links, households)) {
                return Optional.empty();
            }
            await(0);
        }
        return Optional.of(findings);
    }

    /** Those that are not linked; no if it is not to go on. */
    private boolean tryApart(ExecutorService threads, HouseholdLinks links, int households)
            throws SQLException, InterruptedException {
        Optional<UUID> last = Optional.empty();
        do {
            if (!goesOn(households)) {
                return false;
            }
            Optional<UUID> before = last;
            HistoryParts.Part part =
                    transactions.run(run.restricted(), open -> parts.after(open, before, settings.part()));
            underWay.add(threads.submit(() -> apart(part.households(), links)));
            await(settings.threads());
            last = part.last();
        } while (last.isPresent());
        return true;
    }

    /** Those that are, each group by the household that goes on; no if it is not to go on. */
    private boolean tryJoint(ExecutorService threads, HouseholdLinks links, int households)
            throws SQLException, InterruptedException {
        List<UUID> surviving = links.all().stream()
                .filter(household -> links.mergedBy(household).isEmpty())
                .sorted()
                .toList();
        for (int from = 0; from < surviving.size(); from += GROUPS_AT_ONCE) {
            if (!goesOn(households)) {
                return false;
            }
            List<UUID> some = surviving.subList(from, Math.min(surviving.size(), from + GROUPS_AT_ONCE));
            List<UUID> all = some.stream()
                    .flatMap(household -> links.withMerged(household).stream())
                    .toList();
            Map<UUID, Histories.Packed> histories = transactions.run(run.restricted(), open -> parts.of(open, all));
            underWay.add(threads.submit(() -> joint(some, histories, links)));
            await(settings.threads());
        }
        return true;
    }

    /** Adds up what was tried, until no more than so many parts are under way. */
    private void await(int parts) throws InterruptedException {
        while (underWay.size() > parts) {
            add(underWay.removeFirst());
        }
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

    private Tried apart(Map<UUID, Histories.Packed> households, HouseholdLinks links) {
        Findings found = new Findings();
        int tried = 0;
        for (Map.Entry<UUID, Histories.Packed> one : households.entrySet()) {
            if (!links.concern(one.getKey())) {
                trial.on(one.getKey(), events(one.getValue(), false), events(one.getValue(), true))
                        .ifPresent(found::add);
                tried++;
            }
        }
        return new Tried(tried, found);
    }

    private Tried joint(List<UUID> surviving, Map<UUID, Histories.Packed> histories, HouseholdLinks links) {
        Findings found = new Findings();
        for (UUID household : surviving) {
            Map<UUID, List<PastEvent>> merged = new HashMap<>();
            for (UUID other : links.mergedInto(household)) {
                if (histories.containsKey(other)) {
                    List<PastEvent> events = new ArrayList<>(events(histories.get(other), false));
                    events.addAll(events(histories.get(other), true));
                    merged.put(other, events);
                }
            }
            Histories.Packed own = histories.getOrDefault(household, Histories.Packed.NOTHING);
            trial.on(household, events(own, false), events(own, true), JointHistory.of(links, household, merged))
                    .ifPresent(found::add);
        }
        return new Tried(histories.size(), found);
    }

    private List<PastEvent> events(Histories.Packed history, boolean restricted) {
        return packed.open(restricted ? history.restricted() : history.standard(), restricted)
                .events();
    }
}
