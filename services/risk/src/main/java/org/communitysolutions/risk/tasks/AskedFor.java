package org.communitysolutions.risk.tasks;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.communitysolutions.risk.rules.PastEvent;
import org.communitysolutions.risk.rules.RaisedTask;

/**
 * What a household's history, evaluated anew, asks for.
 *
 * @param tasks all that rules came to ask for, withdrawn ones too
 * @param completed tasks that somebody has completed
 * @param asOf when the last event of the history happened
 */
public record AskedFor(UUID household, List<RaisedTask> tasks, Set<UUID> completed, Instant asOf) {

    private static final String COMPLETED = "case-management.task-completed.v1";

    public static AskedFor of(UUID household, List<RaisedTask> tasks, List<PastEvent> history, Instant asOf) {
        Set<UUID> completed = history.stream()
                .filter(event -> event.type().equals(COMPLETED))
                .flatMap(event -> event.idIn("taskId").stream())
                .collect(Collectors.toSet());
        return new AskedFor(household, tasks, completed, asOf);
    }
}
