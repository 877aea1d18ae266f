package org.communitysolutions.risk.rules;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.communitysolutions.risk.rules.loading.Files;

/**
 * Measures what an evaluation costs per event of the history, with the live edition, and beside it the plain one of
 * {@link ReferenceEvaluator}. Prints {@code name=value}, in nanoseconds of the thread's time on a processor.
 *
 * <p>{@code fold} is over histories of ordinary households ({@link Histories#ordinary}),
 * {@code hard} over histories of which each event bears upon something ({@link Histories#some}); {@code open_work} is
 * what it costs beside the fold to tell which kinds of work are open.
 */
public final class FoldCost {

    private static final int HOUSEHOLDS = 2_000;
    private static final long SECOND = 1_000_000_000L;
    private static final ThreadMXBean TIME = ManagementFactory.getThreadMXBean();
    private static final UUID HOUSEHOLD = Happened.HOUSEHOLD;

    private FoldCost() {}

    public static void main(String[] args) {
        Evaluator quick = Files.evaluator();
        ReferenceEvaluator plain = Files.reference(quick);
        Instant horizon = Instant.parse("2027-01-01T00:00:00Z");
        ToIntFunction<List<PastEvent>> fold = history -> quick.evaluate(HOUSEHOLD, Clearance.STANDARD, history, horizon)
                .map(state -> state.tasks().size())
                .orElse(0);
        System.out.printf(
                "rules=%d%nfactors=%d%n",
                quick.book().rules().size(), quick.book().factors().size());
        ToIntFunction<List<PastEvent>> slow = history -> plain.evaluate(HOUSEHOLD, Clearance.STANDARD, history, horizon)
                .map(state -> state.tasks().size())
                .orElse(0);
        OpenKinds kinds = new OpenKinds(Files.vocabulary());
        ToIntFunction<List<PastEvent>> open = history -> kinds.of(history).size();
        Set<String> types = quick.book().relevantTypes();
        for (int size : new int[] {10, 27, 100, 300}) {
            List<List<PastEvent>> ordinary = histories(histories -> histories.ordinary(size));
            List<List<PastEvent>> hard = histories(histories -> histories.some(size, types));
            print("fold", size, ordinary, fold, 4 * SECOND);
            print("hard", size, hard, fold, 2 * SECOND);
            print("open_work", size, ordinary, open, SECOND);
            print("reference", size, ordinary.subList(0, 20), slow, SECOND);
        }
    }

    private static void print(
            String what,
            int size,
            List<List<PastEvent>> histories,
            ToIntFunction<List<PastEvent>> fold,
            long nanoseconds) {
        double tasks = histories.stream().mapToInt(fold).average().orElse(0);
        perHistory(histories, fold, nanoseconds);
        double took = perHistory(histories, fold, nanoseconds);
        System.out.printf("%s_tasks_per_household_of_%d=%.2f%n", what, size, tasks);
        System.out.printf("%s_ns_per_event_of_%d=%.0f%n", what, size, took / size);
    }

    private static List<List<PastEvent>> histories(Function<Histories, List<PastEvent>> kind) {
        List<List<PastEvent>> made = new ArrayList<>();
        for (int seed = 0; seed < HOUSEHOLDS; seed++) {
            List<PastEvent> history = new ArrayList<>(kind.apply(new Histories(new Random(seed), 730)));
            history.sort(null);
            made.add(history);
        }
        return made;
    }

    /** How long one history takes, on average of all that were folded in so many nanoseconds. */
    private static double perHistory(
            List<List<PastEvent>> histories, ToIntFunction<List<PastEvent>> fold, long nanoseconds) {
        long began = TIME.getCurrentThreadCpuTime();
        long folded = 0;
        long tasks = 0;
        while (TIME.getCurrentThreadCpuTime() - began < nanoseconds) {
            for (List<PastEvent> history : histories) {
                tasks += fold.applyAsInt(history);
            }
            folded += histories.size();
        }
        long took = TIME.getCurrentThreadCpuTime() - began;
        if (tasks < 0) {
            throw new IllegalStateException("Never: it keeps the work from being left out");
        }
        return took / (double) folded;
    }
}
