package org.communitysolutions.casemanagement.task.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.communitysolutions.casemanagement.task.HandOverTask;
import org.communitysolutions.casemanagement.team.Team;

/** Where a task goes and why. */
record HandOverRequest(
        @NotNull Team team,

        @NotBlank(message = "must say why") @Size(max = 2000, message = "must be at most 2,000 characters") String reason) {

    HandOverTask.Passing passing(UUID task) {
        return new HandOverTask.Passing(task, team, reason);
    }
}
