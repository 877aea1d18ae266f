package org.communitysolutions.risk.rules;

import java.util.Map;

/**
 * How much teams can take on.
 *
 * @param edition which edition of the file
 * @param tasksAWeek by team, nil or more
 */
public record TeamCapacity(Rulebook.Edition edition, Map<String, Integer> tasksAWeek) {

    public TeamCapacity {
        tasksAWeek = Map.copyOf(tasksAWeek);
    }
}
