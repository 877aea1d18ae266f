package org.communitysolutions.risk.rules;

import java.util.List;

/**
 * What the events of one type bear upon in an evaluation; worked out once, when files are read. Its parts are arrays, as
 * each event of each fold goes through them.
 */
final class Bearing {

    /** The type; null if it is of no consequence which fields its events have. */
    final KnownEvent kind;

    /** The place of its events among those that conditions look back on; -1 if none does. */
    final int past;

    /** The factors that they may begin or end. */
    final Mover[] movers;

    /** Whether they tell of the household itself. */
    final boolean tellsFacts;

    /** Whether they tell of work on tasks. */
    final boolean tellsOfTasks;

    /** Whether they tell of what the household contests. */
    final boolean tellsOfChallenges;

    /** The places of the kinds of work that they may open or close. */
    final int[] work;

    /** The rules that are looked at when one happens. */
    final Look[] looks;

    /** The absences that such an event begins to wait for. */
    final Timed[] waits;

    Bearing(
            String type,
            KnownEvent kind,
            int past,
            List<Mover> movers,
            List<Integer> work,
            List<Look> looks,
            List<Timed> waits) {
        this.kind = kind;
        this.past = past;
        this.movers = movers.toArray(Mover[]::new);
        this.tellsFacts = HouseholdFacts.TOLD_BY.contains(type);
        this.tellsOfTasks = TaskWork.TOLD_BY.contains(type);
        this.tellsOfChallenges = Contest.TOLD_BY.contains(type);
        this.work = work.stream().mapToInt(Integer::intValue).toArray();
        this.looks = looks.toArray(Look[]::new);
        this.waits = waits.toArray(Timed[]::new);
    }

    /** How the events may move a factor. */
    static final class Mover {
        final int factor;
        final Signal[] begins;
        final Signal[] ends;

        Mover(int factor, List<Signal> begins, List<Signal> ends) {
            this.factor = factor;
            this.begins = begins.toArray(Signal[]::new);
            this.ends = ends.toArray(Signal[]::new);
        }

        /** The first of the signals that the event is; null if it is none of them. */
        static Signal first(Signal[] signals, PastEvent event) {
            for (Signal signal : signals) {
                if (signal.on().matches(event)) {
                    return signal;
                }
            }
            return null;
        }
    }

    /** A rule, and which of these events can make it hold. */
    static final class Look {
        final int rule;
        private final boolean all;
        private final EventPattern[] some;

        Look(int rule, boolean all, List<EventPattern> some) {
            this.rule = rule;
            this.all = all;
            this.some = some.toArray(EventPattern[]::new);
        }

        /** Whether the rule may come to hold with the event. */
        boolean asks(PastEvent event) {
            if (all) {
                return true;
            }
            for (EventPattern pattern : some) {
                if (pattern.matches(event)) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * A condition of a rule that time alone can bring about.
     *
     * @param rule the rule's place
     * @param asks whether the rule then asks for something, or else is kept from it
     * @param condition an {@link Absence}, or a {@link FactorHolds} for so many days
     */
    record Timed(int rule, boolean asks, Condition condition) {}
}
