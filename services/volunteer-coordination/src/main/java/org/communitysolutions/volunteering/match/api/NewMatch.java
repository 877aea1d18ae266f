package org.communitysolutions.volunteering.match.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.communitysolutions.shared.web.PlausibleDate;
import org.communitysolutions.volunteering.match.MakeMatch;

/**
 * A volunteer for a household.
 *
 * @param householdId intake's id
 * @param role the code of the role
 * @param since the first day, today or earlier
 */
record NewMatch(
        @NotNull UUID volunteerId,
        @NotNull UUID householdId,
        @NotNull @Size(max = 60) String role,
        @NotNull @PlausibleDate LocalDate since) {

    MakeMatch.Matching matching() {
        return new MakeMatch.Matching(volunteerId, householdId, role, since);
    }
}
