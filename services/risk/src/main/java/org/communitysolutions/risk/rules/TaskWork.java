package org.communitysolutions.risk.rules;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What case-management has told of the tasks that rules raised. */
final class TaskWork {

    private static final String CLAIMED = "case-management.task-claimed.v1";
    private static final String COMPLETED = "case-management.task-completed.v1";
    private static final String WITHDRAWN = "case-management.task-withdrawn.v1";

    static final Set<String> TOLD_BY = Set.of(CLAIMED, COMPLETED, WITHDRAWN);

    private final Map<UUID, Integer> takenBack = new HashMap<>(0);
    private final Set<UUID> takenUp = new HashSet<>(0);
    private final Map<UUID, Instant> completed = new HashMap<>(0);

    /**
     * What is told at any time in the history: that a task was taken back, so that it needs another id. Once for each
     * challenge it is taken back for the time of that challenge only.
     */
    void foresee(PastEvent event) {
        if (event.type().equals(WITHDRAWN)) {
            event.idIn("taskId").ifPresent(task -> takenBack.merge(task, 1, Integer::sum));
        } else if (event.type().equals(Contest.RECORDED)) {
            Contest.taskIn(event).ifPresent(task -> takenBack.merge(task, -1, Integer::sum));
        }
    }

    /** What is told when it happens: that somebody took a task up, or completed it. */
    void after(PastEvent event) {
        if (event.type().equals(CLAIMED) || event.type().equals(COMPLETED)) {
            event.idIn("taskId").ifPresent(task -> {
                takenUp.add(task);
                if (event.type().equals(COMPLETED)) {
                    completed.put(task, event.occurredAt());
                }
            });
        }
    }

    boolean isTakenBack(UUID task) {
        return takenBack.getOrDefault(task, 0) > 0;
    }

    boolean isTakenUp(UUID task) {
        return takenUp.contains(task);
    }

    /** When the task was last completed; null if nobody has. */
    Instant completedAt(UUID task) {
        return completed.get(task);
    }
}
