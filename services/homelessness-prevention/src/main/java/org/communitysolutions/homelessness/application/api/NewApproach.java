package org.communitysolutions.homelessness.application.api;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.communitysolutions.homelessness.application.Cause;
import org.communitysolutions.homelessness.application.MakeApproach;
import org.communitysolutions.shared.web.PlausibleDate;
import org.communitysolutions.shared.web.Problem;

/**
 * A household's approach.
 *
 * @param householdId intake's id
 * @param approachedOn the day on which it asked, today or earlier
 */
record NewApproach(
        @NotNull UUID householdId,
        @NotNull Cause cause,
        @NotNull @PlausibleDate LocalDate approachedOn) {

    MakeApproach.Approach approach(LocalDate today) {
        if (approachedOn.isAfter(today)) {
            throw Problem.invalid("/approachedOn", "must not be in the future");
        }
        return new MakeApproach.Approach(householdId, cause, approachedOn);
    }
}
