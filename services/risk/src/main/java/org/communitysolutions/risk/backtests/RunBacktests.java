package org.communitysolutions.risk.backtests;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.communitysolutions.risk.backtests.persistence.HistoryParts;
import org.communitysolutions.risk.backtests.persistence.RunRows;
import org.communitysolutions.risk.backtests.persistence.RunTransactions;
import org.communitysolutions.risk.editions.Editions;
import org.communitysolutions.risk.journal.PackedHistory;
import org.communitysolutions.risk.links.KnownLinks;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.rules.Evaluator;
import org.communitysolutions.risk.rules.Outcome;
import org.communitysolutions.risk.rules.Outcomes;
import org.communitysolutions.risk.rules.Rule;
import org.communitysolutions.risk.rules.Vocabulary;
import org.communitysolutions.shared.messaging.FailureOutline;
import org.communitysolutions.shared.messaging.PassingTrouble;
import org.jboss.logging.Logger;

/**
 * Takes up backtests that wait, one at a time in each instance of the service, and those of which nothing was heard for a
 * while, because the instance that ran them is gone.
 */
@ApplicationScoped
class RunBacktests {

    private static final Logger LOG = Logger.getLogger(RunBacktests.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);
    /** Clears for all backtests, to find the next. */
    private static final boolean ALL = true;

    private final RunTransactions transactions;
    private final RunRows rows;
    private final HistoryParts parts;
    private final KnownLinks links;
    private final PackedHistory packed;
    private final Vocabulary vocabulary;
    private final Outcomes outcomes;
    private final Editions editions;
    private final Backtesting settings;
    private final Timer took;
    private final AtomicInteger running;
    private final Semaphore idle = new Semaphore(1);
    private volatile boolean stopping;

    RunBacktests(
            RunTransactions transactions,
            RunRows rows,
            HistoryParts parts,
            KnownLinks links,
            PackedHistory packed,
            Vocabulary vocabulary,
            Outcomes outcomes,
            Editions editions,
            Backtesting settings,
            MeterRegistry meters) {
        this.transactions = transactions;
        this.rows = rows;
        this.parts = parts;
        this.links = links;
        this.packed = packed;
        this.vocabulary = vocabulary;
        this.outcomes = outcomes;
        this.editions = editions;
        this.settings = settings;
        this.took = Timer.builder("risk.backtest")
                .description("From the start of a backtest to its result")
                .register(meters);
        this.running = new AtomicInteger();
        Gauge.builder("risk.backtests.running", running::get)
                .description("Backtests that this instance works on")
                .register(meters);
    }

    /** What runs is left to others at the end of its part; what takes longer is theirs once it has been silent. */
    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        if (idle.tryAcquire(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
            idle.release();
        }
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() throws InterruptedException {
        idle.acquire();
        try {
            Optional<RunRows.TakenUp> next = stopping
                    ? Optional.empty()
                    : transactions.run(ALL, open -> rows.takeUp(open, settings.takenUpAfter(), settings.attempts()));
            if (next.isPresent()) {
                running.incrementAndGet();
                run(next.get());
            }
        } catch (SQLException e) {
            LOG.warnf("Backtests wait for the database: %s", FailureOutline.of(e));
        } finally {
            running.set(0);
            idle.release();
        }
    }

    /** What the database's absence interrupts stays as it is, and is taken up anew once it has been silent for a while. */
    private void run(RunRows.TakenUp run) throws SQLException, InterruptedException {
        long began = System.nanoTime();
        try {
            BacktestOrder order = rows.order(run);
            LOG.infof("Backtest %s of rules %s, attempt %d", run.id(), order.edition(), run.attempt());
            BacktestRun running = new BacktestRun(
                    transactions, rows, parts, links, packed, settings, run, trial(order), () -> stopping);
            Optional<Findings> found = running.overAllHouseholds();
            if (found.isPresent()) {
                BacktestResult<Long> result = result(found.get(), order, run.restricted());
                if (transactions.run(run.restricted(), open -> rows.finish(open, run, result))) {
                    took.record(Duration.ofNanos(System.nanoTime() - began));
                }
            }
        } catch (RuntimeException e) {
            if (PassingTrouble.isIn(e)) {
                throw new SQLException("The database is not there for backtest " + run.id(), e);
            }
            LOG.errorf("Backtest %s failed: %s", run.id(), FailureOutline.of(e));
            transactions.run(run.restricted(), open -> {
                rows.fail(open, run, BacktestState.Reason.FAULT);
                return true;
            });
        }
    }

    private Trial trial(BacktestOrder order) {
        List<Outcome> counted = outcomes.all().stream()
                .filter(outcome -> order.outcomes().contains(outcome.code()))
                .toList();
        Evaluator candidate = edition(order.edition());
        return new Trial(
                candidate,
                order.live().equals(order.edition()) ? candidate : edition(order.live()),
                new Trial.Judgement(vocabulary, order.period(), order.horizon(), counted, outcomes.knownBy()));
    }

    private Evaluator edition(String version) {
        return editions.of(version)
                .orElseThrow(() -> new IllegalStateException("Edition %s is not loaded any more".formatted(version)));
    }

    private BacktestResult<Long> result(Findings found, BacktestOrder order, boolean restricted) {
        List<Rule> tried = edition(order.edition()).book().rules().stream()
                .filter(rule -> restricted || rule.clearance() == Clearance.STANDARD)
                .toList();
        return found.result(order.period(), order.outcomes(), order.capacity(), tried);
    }
}
