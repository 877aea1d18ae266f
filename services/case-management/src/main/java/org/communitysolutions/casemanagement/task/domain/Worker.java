package org.communitysolutions.casemanagement.task.domain;

import java.util.Set;
import java.util.UUID;

/**
 * Who acts on a task.
 *
 * @param teams the codes of the teams that they work in
 * @param leads whether they manage teams, and so may act in the queue of any team that is not restricted
 */
public record Worker(UUID id, Set<String> teams, boolean leads) {

    public Worker {
        teams = Set.copyOf(teams);
    }

    public boolean worksIn(Queue queue) {
        return teams.contains(queue.team()) || (leads && !queue.restricted());
    }

    /** Whether they may put back what that other worker has claimed. */
    boolean mayTakeFrom(UUID other) {
        return leads || id.equals(other);
    }
}
