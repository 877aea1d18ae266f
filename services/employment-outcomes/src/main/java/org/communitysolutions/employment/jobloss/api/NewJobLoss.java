package org.communitysolutions.employment.jobloss.api;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.employment.jobloss.RecordJobLoss;
import org.communitysolutions.shared.web.PlausibleDate;
import org.communitysolutions.shared.web.Problem;

/**
 * A job that somebody lost and that is not known here; one that is known is lost where it stands.
 *
 * @param householdId intake's id
 * @param personId intake's id
 * @param on the first day without it, today or earlier
 */
record NewJobLoss(
        @NotNull UUID householdId,
        @NotNull UUID personId,
        @NotNull @PlausibleDate LocalDate on) {

    RecordJobLoss.Loss loss(LocalDate today) {
        if (on.isAfter(today)) {
            throw Problem.invalid("/on", "must not be in the future");
        }
        return new RecordJobLoss.Loss(householdId, personId, Optional.empty(), on);
    }
}
