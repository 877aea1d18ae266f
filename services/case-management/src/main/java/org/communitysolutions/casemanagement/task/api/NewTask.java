package org.communitysolutions.casemanagement.task.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.casemanagement.task.RaiseTask;
import org.communitysolutions.casemanagement.task.domain.Priority;
import org.communitysolutions.casemanagement.team.Team;

/** What a worker asks a team for. */
record NewTask(
        @NotNull UUID householdId,
        UUID caseId,

        @NotNull @Size(max = 60, message = "must be at most 60 characters") @Pattern(
                regexp = "[a-z][a-z0-9]*(-[a-z0-9]+)*",
                message = "must be a code of lower-case words with hyphens, such as call-household")
        String kind,

        @NotNull Team team,
        @NotNull Priority priority,
        @NotNull LocalDate dueOn) {

    RaiseTask.Wish wish() {
        return new RaiseTask.Wish(householdId, Optional.ofNullable(caseId), kind, team, priority, dueOn);
    }
}
