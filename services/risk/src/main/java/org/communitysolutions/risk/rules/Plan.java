package org.communitysolutions.risk.rules;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the evaluation for one clearance goes: what each type of event bears upon, and where a moment keeps what. It is
 * worked out once from the rulebook, so that a fold looks only at what an event can change.
 *
 * @param factors all of the rulebook's, at their places
 * @param rules those of this clearance, at their places
 * @param work the kinds of work that conditions ask about, at their places
 * @param bearings by the type of event; of a type without one nothing depends
 * @param lasting for each factor the conditions that ask whether it is there for so many days
 * @param places of factors, kinds of work, tallies and types of event
 * @param pasts how many types of event conditions look back on
 * @param tallies how many conditions count or add up
 */
record Plan(
        List<Factor> factors,
        List<Rule> rules,
        List<WorkKind> work,
        Map<String, Bearing> bearings,
        List<List<Bearing.Timed>> lasting,
        IdentityHashMap<Object, Integer> places,
        int pasts,
        int tallies) {

    /**
     * What the event bears upon; null if on nothing.
     *
     * @throws IllegalArgumentException if its kind is not the one that the rulebook was read with
     */
    Bearing bearing(PastEvent event) {
        Bearing bearing = bearings.get(event.type());
        if (bearing != null && bearing.kind != null && !bearing.kind.equals(event.kind())) {
            throw new IllegalArgumentException(
                    "The %s is of another vocabulary than the rules".formatted(event.type()));
        }
        return bearing;
    }

    int place(Object of) {
        return places.get(of);
    }
}
