package org.communitysolutions.risk.rules;

import java.util.List;

/**
 * What the events of one type bear upon in an evaluation; worked out once, when files are read.
 *
 * @param kind the type
 * @param past the place of its events among those that conditions look back on; -1 if none does
 * @param movers the factors that they may begin or end
 * @param tellsFacts whether they tell of the household itself
 * @param tellsOfTasks whether they tell of work on tasks
 * @param work the places of the kinds of work that they may open or close
 * @param looks the places of the rules that are looked at when one happens
 * @param waits the absences that such an event begins to wait for
 */
record Bearing(
        KnownEvent kind,
        int past,
        List<Mover> movers,
        boolean tellsFacts,
        boolean tellsOfTasks,
        List<Integer> work,
        List<Integer> looks,
        List<Timed> waits) {

    /** How the events may move a factor. */
    record Mover(int factor, List<Signal> begins, List<Signal> ends) {}

    /**
     * A condition of a rule that time alone can bring about.
     *
     * @param rule the rule's place
     * @param asks whether the rule then asks for something, or else is kept from it
     * @param condition an {@link Absence}, or a {@link FactorHolds} for so many days
     */
    record Timed(int rule, boolean asks, Condition condition) {}
}
