package org.communitysolutions.volunteering.volunteer.api;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.shared.web.PlainText;
import org.communitysolutions.shared.web.Problem;
import org.communitysolutions.volunteering.volunteer.VolunteerDetails;

/**
 * Who a volunteer is and how to reach them, by e-mail, by telephone or both.
 *
 * @param householdId their own household, intake's id; left out when it is not one that the council knows
 */
record VolunteerDetailsRequest(
        @NotNull @PlainText(max = 120) String name,

        @Email(message = "must be an e-mail address") @PlainText(max = 254)
        String email,

        @Pattern(regexp = "\\+?[0-9][0-9 ]{4,24}", message = "must be a telephone number of digits and spaces") String phone,

        UUID householdId) {

    VolunteerDetails details() {
        if (email == null && phone == null) {
            throw Problem.invalid("/email", "must be given where there is no phone");
        }
        return new VolunteerDetails(
                name.strip(), Optional.ofNullable(email), Optional.ofNullable(phone), Optional.ofNullable(householdId));
    }
}
