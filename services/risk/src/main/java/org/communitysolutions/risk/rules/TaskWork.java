package org.communitysolutions.risk.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What case-management has told of the tasks that rules raised. */
final class TaskWork {

    private static final String CLAIMED = "case-management.task-claimed.v1";
    private static final String COMPLETED = "case-management.task-completed.v1";
    private static final String WITHDRAWN = "case-management.task-withdrawn.v1";

    static final Set<String> TOLD_BY = Set.of(CLAIMED, COMPLETED, WITHDRAWN);

    /** A task that was raised for a household which was merged into this one. */
    private record Elsewhere(String rule, UUID task) {}

    private final Joined joined;
    private final List<Elsewhere> elsewhere = new ArrayList<>(0);
    private final Set<UUID> everTakenUp = new HashSet<>(0);
    private final Map<UUID, Integer> takenBack = new HashMap<>(0);
    private final Set<UUID> takenUp = new HashSet<>(0);
    private final Map<UUID, Instant> completed = new HashMap<>(0);

    TaskWork(Joined joined) {
        this.joined = joined;
    }

    /**
     * What is told at any time in the history: that a task was taken back, so that it needs another id, or taken up elsewhere. Once for each
     * challenge it is taken back for the time of that challenge only.
     */
    void foresee(PastEvent event) {
        if (event.type().equals(WITHDRAWN)) {
            event.idIn("taskId").ifPresent(task -> takenBack.merge(task, 1, Integer::sum));
        } else if (event.type().equals(Contest.RECORDED)) {
            Contest.taskIn(event).ifPresent(task -> takenBack.merge(task, -1, Integer::sum));
        } else if (joined.has(event) && isTakingUp(event)) {
            event.idIn("taskId").ifPresent(everTakenUp::add);
        }
    }

    /** What is told when it happens: that somebody took a task up, or completed it. */
    void after(PastEvent event) {
        if (isTakingUp(event)) {
            event.idIn("taskId").ifPresent(task -> {
                takenUp.add(task);
                if (joined.has(event)) {
                    event.text("rule").ifPresent(rule -> elsewhere.add(new Elsewhere(rule, task)));
                }
                if (event.type().equals(COMPLETED)) {
                    completed.put(task, event.occurredAt());
                }
            });
        }
    }

    static boolean isTakingUp(PastEvent event) {
        return event.type().equals(CLAIMED) || event.type().equals(COMPLETED);
    }

    /** Whether somebody takes up the task, now or later, for a household that was merged into this one. */
    boolean isEverTakenUpElsewhere(UUID task) {
        return everTakenUp.contains(task);
    }

    /**
     * Whether somebody has in hand what the rule asks for, by a task for a household that was merged into this one: from
     * taking it up until so many days after it was completed.
     */
    boolean isInHandElsewhere(String rule, Instant now, int days) {
        for (Elsewhere one : elsewhere) {
            Instant end = one.rule().equals(rule) ? completed.get(one.task()) : Instant.MIN;
            if (end == null || (end.isAfter(Instant.MIN) && now.isBefore(end.plus(Duration.ofDays(days))))) {
                return true;
            }
        }
        return false;
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
