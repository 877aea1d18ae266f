package org.communitysolutions.casemanagement.task;

import java.util.Set;
import java.util.UUID;
import org.communitysolutions.casemanagement.task.domain.Queue;
import org.communitysolutions.casemanagement.task.domain.Worker;
import org.communitysolutions.casemanagement.team.Team;
import org.communitysolutions.shared.transactions.Caller;

/** What a caller's token makes of them in the queues. */
final class Workers {

    /** Those who work on the one file that all teams share, and so may read any team's tasks. */
    private static final Set<String> OF_ALL_TEAMS = Set.of(
            "front-door",
            "universal-worker",
            "targeted-worker",
            "domestic-abuse-specialist",
            "debt-adviser",
            "housing-officer",
            "employment-adviser",
            "team-manager");

    private Workers() {}

    static Worker of(Caller caller) {
        return new Worker(UUID.fromString(caller.subject()), caller.teams(), caller.has("team-manager"));
    }

    /** Whether they may read the tasks of that queue, so far as the database shows them any. */
    static boolean mayRead(Caller caller, Queue queue) {
        return of(caller).worksIn(queue) || caller.roles().stream().anyMatch(OF_ALL_TEAMS::contains);
    }

    static Queue queueOf(String team) {
        return new Queue(team, Team.isRestricted(team));
    }
}
