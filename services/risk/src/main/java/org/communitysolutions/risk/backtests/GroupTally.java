package org.communitysolutions.risk.backtests;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.communitysolutions.risk.backtests.BacktestResult.Group;
import org.communitysolutions.risk.backtests.BacktestResult.MetOutcome;
import org.communitysolutions.risk.backtests.BacktestResult.OutcomeCounts;
import org.communitysolutions.risk.backtests.BacktestResult.Quartiles;

/** Households that are counted together, as they are counted. */
final class GroupTally {

    private long households;
    private long reached;
    private long known;
    private long tasks;
    private final Map<String, OutcomeTally> outcomes = new HashMap<>();

    private static final class OutcomeTally {
        private long met;
        private long warnedAsRecorded;
        private long warnedByLive;
        /** Households by days of warning. */
        private final TreeMap<Integer, Long> days = new TreeMap<>();

        private void add(TriedHousehold.Met one) {
            met++;
            warnedAsRecorded += one.warnedAsRecorded() ? 1 : 0;
            warnedByLive += one.warnedByLive() ? 1 : 0;
            one.daysOfWarning().ifPresent(warning -> days.merge(warning, 1L, Long::sum));
        }

        private void add(OutcomeTally other) {
            met += other.met;
            warnedAsRecorded += other.warnedAsRecorded;
            warnedByLive += other.warnedByLive;
            other.days.forEach((warning, count) -> days.merge(warning, count, Long::sum));
        }

        private OutcomeCounts<Long> counts() {
            long warned = days.values().stream().mapToLong(Long::longValue).sum();
            Optional<Quartiles> quartiles = warned == 0
                    ? Optional.empty()
                    : Optional.of(new Quartiles(daysOf(warned, 1), daysOf(warned, 2), daysOf(warned, 3)));
            return new OutcomeCounts<>(met, warned, met - warned, warnedAsRecorded, warnedByLive, quartiles);
        }

        /** The smallest number of days that so many quarters of the households do not exceed. */
        private int daysOf(long warned, int quarters) {
            long wanted = Math.ceilDiv(warned * quarters, 4L);
            long reached = 0;
            for (Map.Entry<Integer, Long> warning : days.entrySet()) {
                reached += warning.getValue();
                if (reached >= wanted) {
                    return warning.getKey();
                }
            }
            return days.lastKey();
        }
    }

    void add(TriedHousehold household) {
        households++;
        reached += household.candidate().isEmpty() ? 0 : 1;
        known += household.known() ? 1 : 0;
        tasks += household.candidate().size();
        household.met().forEach((outcome, met) -> outcomes.computeIfAbsent(outcome, none -> new OutcomeTally())
                .add(met));
    }

    void add(GroupTally other) {
        households += other.households;
        reached += other.reached;
        known += other.known;
        tasks += other.tasks;
        other.outcomes.forEach((outcome, more) ->
                outcomes.computeIfAbsent(outcome, none -> new OutcomeTally()).add(more));
    }

    /** With those outcomes, in that order. */
    Group<Long> counts(List<String> codes) {
        return new Group<>(
                households,
                reached,
                known,
                reached - known,
                tasks,
                counts(TriedHousehold.ANY),
                codes.stream().map(code -> new MetOutcome<>(code, counts(code))).toList());
    }

    private OutcomeCounts<Long> counts(String outcome) {
        return outcomes.getOrDefault(outcome, new OutcomeTally()).counts();
    }
}
