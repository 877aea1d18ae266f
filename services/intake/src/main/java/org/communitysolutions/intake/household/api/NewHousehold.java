package org.communitysolutions.intake.household.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.Optional;
import org.communitysolutions.intake.household.HouseholdDetails;
import org.communitysolutions.intake.household.Registration;
import org.communitysolutions.shared.web.PlausibleDate;

/**
 * A household to register.
 *
 * @param uprn Unique Property Reference Number of its home, 1 to 12 digits
 * @param on a day on which it lives there
 * @param details what is known of it, if anything is
 */
record NewHousehold(
        @NotNull @Pattern(regexp = HouseholdPatterns.UPRN, message = HouseholdPatterns.UPRN_EXPECTED) String uprn,

        @NotNull @PlausibleDate LocalDate on,
        @Valid HouseholdDetailsRequest details) {

    Registration registration() {
        return new Registration(
                uprn,
                on,
                Optional.ofNullable(details)
                        .map(HouseholdDetailsRequest::details)
                        .orElse(HouseholdDetails.UNKNOWN));
    }
}
