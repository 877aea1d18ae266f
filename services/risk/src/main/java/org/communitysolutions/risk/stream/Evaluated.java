package org.communitysolutions.risk.stream;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.rules.Evaluator;
import org.communitysolutions.risk.rules.HouseholdFacts;
import org.communitysolutions.risk.rules.HouseholdState;
import org.communitysolutions.risk.rules.PastEvent;
import org.communitysolutions.risk.rules.RaisedTask;

/**
 * A household's history and what it amounts to.
 *
 * @param states by clearance; the restricted one only if the history has a restricted event
 */
public record Evaluated(UUID household, List<PastEvent> history, Map<Clearance, HouseholdState> states) {

    static Evaluated of(UUID household, List<PastEvent> history, Evaluator evaluator) {
        Map<Clearance, HouseholdState> states = new EnumMap<>(Clearance.class);
        evaluator
                .evaluate(household, Clearance.STANDARD, history, Instant.EPOCH)
                .ifPresent(state -> states.put(Clearance.STANDARD, state));
        if (history.stream().anyMatch(PastEvent::restricted)) {
            evaluator
                    .evaluate(household, Clearance.RESTRICTED, history, Instant.EPOCH)
                    .ifPresent(state -> states.put(Clearance.RESTRICTED, state));
        }
        return new Evaluated(household, history, states);
    }

    /** What standard events say of the household. */
    public HouseholdFacts facts() {
        HouseholdState standard = states.get(Clearance.STANDARD);
        return standard == null ? HouseholdFacts.UNKNOWN : standard.facts();
    }

    /** The tasks of both evaluations. */
    List<RaisedTask> tasks() {
        return states.values().stream().flatMap(state -> state.tasks().stream()).toList();
    }
}
