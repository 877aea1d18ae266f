package org.communitysolutions.employment.participant.api;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.communitysolutions.employment.participant.EnrolParticipant;
import org.communitysolutions.employment.participant.Status;
import org.communitysolutions.shared.web.PlausibleDate;
import org.communitysolutions.shared.web.Problem;

/**
 * A person who begins employment support.
 *
 * @param householdId intake's id
 * @param personId intake's id
 * @param enrolledOn today or earlier
 */
record NewParticipant(
        @NotNull UUID householdId,
        @NotNull UUID personId,
        @NotNull Status status,
        @NotNull @PlausibleDate LocalDate enrolledOn) {

    EnrolParticipant.Enrolment enrolment(LocalDate today) {
        if (enrolledOn.isAfter(today)) {
            throw Problem.invalid("/enrolledOn", "must not be in the future");
        }
        return new EnrolParticipant.Enrolment(householdId, personId, status, enrolledOn);
    }
}
