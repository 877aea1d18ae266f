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
 * @param ends what people made of tasks
 * @param asOf when the last event of the history happened
 */
public record AskedFor(UUID household, List<RaisedTask> tasks, TaskEnds ends, Instant asOf) {

    private static final String CLAIMED = "case-management.task-claimed.v1";

    /** The same of a household that was merged into another: only what somebody has in hand is asked for still. */
    public AskedFor inHand(List<PastEvent> history) {
        Set<UUID> claimed = history.stream()
                .filter(event -> event.type().equals(CLAIMED))
                .flatMap(event -> event.idIn("taskId").stream())
                .collect(Collectors.toSet());
        return new AskedFor(
                household,
                tasks.stream()
                        .filter(task -> task.stands() && (claimed.contains(task.id()) || ends.isCompleted(task.id())))
                        .toList(),
                ends,
                asOf);
    }

    public static AskedFor of(UUID household, List<RaisedTask> tasks, List<PastEvent> history, Instant asOf) {
        return new AskedFor(household, tasks, TaskEnds.of(history), asOf);
    }
}
