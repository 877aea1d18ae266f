package org.communitysolutions.volunteering.hours.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.shared.web.PlausibleDate;
import org.communitysolutions.volunteering.hours.LogHours;
import org.communitysolutions.volunteering.hours.domain.Hours;

/**
 * Time that a volunteer gave on one day.
 *
 * @param matchId the match that it was given in; left out when it was in none
 * @param activity a code such as befriending
 * @param on today or earlier
 * @param minutes 1 to 1,440
 */
record NewHours(
        UUID matchId,

        @NotNull @Size(max = 60) @Pattern(regexp = "[a-z][a-z0-9]*(-[a-z0-9]+)*", message = "must be lower-case words joined by hyphens")
        String activity,

        @NotNull @PlausibleDate LocalDate on,
        @NotNull @Min(1) @Max(Hours.DAY) Integer minutes) {

    LogHours.Log log(UUID volunteer) {
        return new LogHours.Log(volunteer, Optional.ofNullable(matchId), activity, on, minutes);
    }
}
