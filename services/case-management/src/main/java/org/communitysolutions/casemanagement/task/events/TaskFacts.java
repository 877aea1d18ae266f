package org.communitysolutions.casemanagement.task.events;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.casemanagement.task.domain.Basis;
import org.communitysolutions.casemanagement.task.domain.Particulars;
import org.communitysolutions.casemanagement.task.domain.Priority;

/** What every event about a task says. */
record TaskFacts(
        UUID householdId,
        UUID taskId,
        Optional<UUID> caseId,
        String kind,
        String team,
        Priority priority,
        LocalDate dueOn,
        Optional<String> rule) {

    static TaskFacts of(Particulars task) {
        return new TaskFacts(
                task.household(),
                task.id(),
                task.caseId(),
                task.kind(),
                task.queue().team(),
                task.priority(),
                task.dueOn(),
                task.basis().map(Basis::rule));
    }
}
