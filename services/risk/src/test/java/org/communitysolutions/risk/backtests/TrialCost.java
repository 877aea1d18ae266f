package org.communitysolutions.risk.backtests;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.communitysolutions.risk.journal.Packing;
import org.communitysolutions.risk.rules.Histories;
import org.communitysolutions.risk.rules.loading.Files;

/**
 * Measures what a backtest costs without a database: 74,000 households of 27 events each, unpacked, folded by candidate and
 * live rules and counted. Prints {@code name=value}.
 */
public final class TrialCost {

    private static final int HOUSEHOLDS = 74_000;
    private static final int EVENTS = 27;
    private static final int PART = 2_000;
    private static final int ROUNDS = 4;
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private TrialCost() {}

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        List<byte[]> borough = new ArrayList<>();
        for (int seed = 0; seed < HOUSEHOLDS; seed++) {
            borough.add(Packing.pack(new Histories(new Random(seed), 730).ordinary(EVENTS)));
        }
        Period period = new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2027, 1, 1));
        Trial trial = new Trial(
                Files.candidate(),
                Files.evaluator(),
                new Trial.Judgement(
                        Files.vocabulary(),
                        period,
                        Instant.parse("2026-12-31T23:00:00Z"),
                        Files.outcomes().all(),
                        Files.outcomes().knownBy()));
        for (int threads = 1; threads <= 2; threads++) {
            for (int round = 1; round <= ROUNDS; round++) {
                long began = System.nanoTime();
                long cpu = PROCESS.getProcessCpuTime();
                Findings found = over(borough, trial, threads);
                double seconds = (System.nanoTime() - began) / 1e9;
                double used = (PROCESS.getProcessCpuTime() - cpu) / 1e9;
                long tasks = found.result(period, List.of(), Map.of(), List.of())
                        .all()
                        .tasks();
                System.out.printf(
                        "threads_%d_round_%d_s=%.2f%ncpu_s=%.2f%ntasks=%d%n", threads, round, seconds, used, tasks);
            }
        }
    }

    private static Findings over(List<byte[]> borough, Trial trial, int threads)
            throws InterruptedException, ExecutionException {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<Findings>> parts = new ArrayList<>();
            for (int from = 0; from < HOUSEHOLDS; from += PART) {
                List<byte[]> part = borough.subList(from, Math.min(HOUSEHOLDS, from + PART));
                int first = from;
                parts.add(() -> tried(part, first, trial));
            }
            Findings all = new Findings();
            for (Future<Findings> part : pool.invokeAll(parts)) {
                all.add(part.get());
            }
            return all;
        }
    }

    private static Findings tried(List<byte[]> part, int first, Trial trial) {
        Findings found = new Findings();
        for (int i = 0; i < part.size(); i++) {
            trial.on(new UUID(0, (long) first + i), Packing.unpack(part.get(i)), List.of())
                    .ifPresent(found::add);
        }
        return found;
    }
}
