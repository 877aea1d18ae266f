package org.communitysolutions.intake.household.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.communitysolutions.intake.household.RegisterHousehold;

/**
 * A household to register.
 *
 * @param uprn Unique Property Reference Number of its home, 1 to 12 digits
 * @param on a day on which it lives there
 */
record NewHousehold(
        @NotNull @Pattern(regexp = "[0-9]{1,12}", message = "must be 1 to 12 digits") String uprn,

        @NotNull LocalDate on,
        @NotNull @Valid HouseholdDetailsRequest details) {

    RegisterHousehold.Registration registration() {
        return new RegisterHousehold.Registration(uprn, on, details.details());
    }
}
