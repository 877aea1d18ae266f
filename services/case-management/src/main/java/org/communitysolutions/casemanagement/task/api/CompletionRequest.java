package org.communitysolutions.casemanagement.task.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.casemanagement.task.CompleteTask;
import org.communitysolutions.casemanagement.task.domain.Outcome;

/** What came of a task. */
record CompletionRequest(
        @NotNull Outcome outcome,

        @Size(min = 1, max = 2000, message = "must be 1 to 2,000 characters") String note) {

    CompleteTask.Completion completion(UUID task) {
        return new CompleteTask.Completion(task, outcome, Optional.ofNullable(note));
    }
}
