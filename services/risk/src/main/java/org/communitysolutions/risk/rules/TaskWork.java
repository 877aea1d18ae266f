package org.communitysolutions.risk.rules;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What case-management has told, up to a moment, of the tasks that rules raised. */
final class TaskWork {

    private static final String CLAIMED = "case-management.task-claimed.v1";
    private static final String COMPLETED = "case-management.task-completed.v1";

    private static final String WITHDRAWN = "case-management.task-withdrawn.v1";

    static final Set<String> TOLD_BY = Set.of(CLAIMED, COMPLETED, WITHDRAWN);

    private final Set<UUID> takenUp = new HashSet<>();
    private final Map<UUID, Instant> completed = new HashMap<>();

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

    /** The tasks that were taken back, at any time in a history: what is asked for again needs another id. */
    static Set<UUID> takenBack(Collection<PastEvent> history) {
        return history.stream()
                .filter(event -> event.type().equals(WITHDRAWN))
                .flatMap(event -> event.idIn("taskId").stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean isTakenUp(UUID task) {
        return takenUp.contains(task);
    }

    Optional<Instant> completedAt(UUID task) {
        return Optional.ofNullable(completed.get(task));
    }
}
