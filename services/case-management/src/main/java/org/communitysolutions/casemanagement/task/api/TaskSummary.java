package org.communitysolutions.casemanagement.task.api;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.casemanagement.task.TaskState;
import org.communitysolutions.casemanagement.task.domain.Basis;
import org.communitysolutions.casemanagement.task.domain.Claimed;
import org.communitysolutions.casemanagement.task.domain.Completed;
import org.communitysolutions.casemanagement.task.domain.Open;
import org.communitysolutions.casemanagement.task.domain.Particulars;
import org.communitysolutions.casemanagement.task.domain.Priority;
import org.communitysolutions.casemanagement.task.domain.Task;
import org.communitysolutions.casemanagement.task.domain.Withdrawn;

/** A task in a list: enough to choose by. The events behind it and what was noted are read one task at a time, audited. */
record TaskSummary(
        UUID id,
        UUID householdId,
        String kind,
        boolean restricted,
        Priority priority,
        LocalDate dueOn,
        TaskState state,
        Optional<String> rule,
        Optional<UUID> claimedBy) {

    static TaskSummary of(Task task) {
        Particulars told = task.particulars();
        return new TaskSummary(
                told.id(),
                told.household(),
                told.kind(),
                told.queue().restricted(),
                told.priority(),
                told.dueOn(),
                TaskState.of(task),
                told.basis().map(Basis::rule),
                worker(task));
    }

    private static Optional<UUID> worker(Task task) {
        return switch (task) {
            case Claimed claimed -> Optional.of(claimed.worker());
            case Completed completed -> Optional.of(completed.worker());
            case Open open -> Optional.empty();
            case Withdrawn withdrawn -> Optional.empty();
        };
    }
}
