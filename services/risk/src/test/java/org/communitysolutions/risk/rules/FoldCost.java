package org.communitysolutions.risk.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.communitysolutions.risk.rules.loading.Files;

/**
 * Measures what an evaluation costs per event of the history, with the live edition, and beside it the plain one of
 * {@link ReferenceEvaluator}. Prints {@code name=value}; run it on an idle machine.
 *
 * <p>Histories are made up at random of the events that the edition looks at, over two years, eight types to a household.
 * They are harder than a council's: nearly every event bears upon something, and a household of 27 events has two to three
 * tasks.
 */
public final class FoldCost {

    private static final int HOUSEHOLDS = 2_000;
    private static final long SECOND = 1_000_000_000L;
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
        for (int size : new int[] {10, 27, 100, 300}) {
            List<List<PastEvent>> histories = histories(size, quick.book().relevantTypes());
            long tasks = histories.stream().mapToInt(fold).sum();
            System.out.printf("tasks_per_household_of_%d=%.1f%n", size, tasks / (double) HOUSEHOLDS);
            nanoseconds(histories, fold, 2 * SECOND);
            System.out.printf("fold_ns_per_event_of_%d=%.0f%n", size, nanoseconds(histories, fold, 2 * SECOND) / size);
            double reference = nanoseconds(
                    histories.subList(0, 20),
                    history -> plain.evaluate(HOUSEHOLD, Clearance.STANDARD, history, horizon)
                            .map(state -> state.tasks().size())
                            .orElse(0),
                    SECOND);
            System.out.printf("reference_ns_per_event_of_%d=%.0f%n", size, reference / size);
        }
    }

    private static List<List<PastEvent>> histories(int size, Set<String> types) {
        List<List<PastEvent>> histories = new ArrayList<>();
        for (int seed = 0; seed < HOUSEHOLDS; seed++) {
            List<PastEvent> history = new Histories(new Random(seed), 730).some(size, types);
            history.sort(null);
            histories.add(history);
        }
        return histories;
    }

    /** How long one history takes, on average of all that were folded in so many nanoseconds. */
    private static double nanoseconds(
            List<List<PastEvent>> histories, ToIntFunction<List<PastEvent>> fold, long longEnough) {
        long began = System.nanoTime();
        long folded = 0;
        long tasks = 0;
        while (System.nanoTime() - began < longEnough) {
            for (List<PastEvent> history : histories) {
                tasks += fold.applyAsInt(history);
            }
            folded += histories.size();
        }
        long took = System.nanoTime() - began;
        if (tasks < 0) {
            throw new IllegalStateException("Never: it keeps the work from being left out");
        }
        return took / (double) folded;
    }
}
