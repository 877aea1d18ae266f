package org.communitysolutions.casemanagement.casefile.api;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.communitysolutions.casemanagement.casefile.OpenCaseFile;
import org.communitysolutions.casemanagement.casefile.domain.Tier;
import org.communitysolutions.casemanagement.team.Team;

/** The case file to open. */
record NewCaseFile(
        @NotNull UUID householdId,
        @NotNull Tier tier,
        @NotNull Team team) {

    OpenCaseFile.Opening opening() {
        return new OpenCaseFile.Opening(householdId, tier, team);
    }
}
