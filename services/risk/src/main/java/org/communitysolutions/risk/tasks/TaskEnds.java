package org.communitysolutions.risk.tasks;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.rules.PastEvent;

/**
 * How people ended the tasks of a household, as its history has it: of several ends of one task the one that happened
 * last counts, in whatever order they arrived.
 */
public final class TaskEnds {

    private static final String COMPLETED = "case-management.task-completed.v1";

    private final Set<UUID> completed = new HashSet<>(0);
    private final Map<UUID, PastEvent> standard = new HashMap<>(0);
    private final Map<UUID, PastEvent> all = new HashMap<>(0);

    private TaskEnds() {}

    /** The ends that the history tells of. */
    public static TaskEnds of(Collection<PastEvent> history) {
        TaskEnds ends = new TaskEnds();
        for (PastEvent event : history) {
            if (event.type().equals(COMPLETED)) {
                event.idIn("taskId").ifPresent(task -> ends.add(task, event));
            }
        }
        return ends;
    }

    private void add(UUID task, PastEvent event) {
        completed.add(task);
        if (outcome(event).isPresent()) {
            all.merge(task, event, TaskEnds::later);
            if (!event.restricted()) {
                standard.merge(task, event, TaskEnds::later);
            }
        }
    }

    private static PastEvent later(PastEvent one, PastEvent other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static Optional<Outcome> outcome(PastEvent event) {
        return event.text("outcome").flatMap(Outcome::of);
    }

    /** Whether somebody has completed the task. */
    boolean isCompleted(UUID task) {
        return completed.contains(task);
    }

    /** The end of the task as events of that clearance tell it; empty if they tell of none. */
    public Optional<TaskEnd> of(UUID task, Clearance clearance) {
        return Optional.ofNullable((clearance.isRestricted() ? all : standard).get(task))
                .map(event -> new TaskEnd(outcome(event).orElseThrow(), event.occurredAt()));
    }
}
