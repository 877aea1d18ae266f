package org.communitysolutions.volunteering.clearance.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.shared.web.PlausibleDate;
import org.communitysolutions.volunteering.clearance.AskForCheck;
import org.communitysolutions.volunteering.clearance.domain.CheckLevel;
import org.communitysolutions.volunteering.clearance.domain.Workforce;

/**
 * A check that a volunteer is asked for.
 *
 * @param role the code of the role that it is for
 * @param workforce whom it is for; the role's if left out
 * @param askedOn today or earlier
 */
record NewCheck(
        @NotNull @Size(max = 60) String role,
        @NotNull CheckLevel level,
        Workforce workforce,
        @NotNull @PlausibleDate LocalDate askedOn) {

    AskForCheck.Asking asking(UUID volunteer) {
        return new AskForCheck.Asking(volunteer, role, level, Optional.ofNullable(workforce), askedOn);
    }
}
