package org.communitysolutions.volunteering.volunteer.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.communitysolutions.shared.web.PlausibleDate;
import org.communitysolutions.shared.web.Problem;
import org.communitysolutions.volunteering.volunteer.RegisterVolunteer;

/**
 * Somebody who offers to volunteer.
 *
 * @param registeredOn today or earlier
 */
record NewVolunteer(
        @NotNull @Valid VolunteerDetailsRequest details,
        @NotNull @PlausibleDate LocalDate registeredOn) {

    RegisterVolunteer.Registration registration(LocalDate today) {
        if (registeredOn.isAfter(today)) {
            throw Problem.invalid("/registeredOn", "must not be in the future");
        }
        return new RegisterVolunteer.Registration(details.details(), registeredOn);
    }
}
