package org.communitysolutions.volunteering.match.api;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.communitysolutions.shared.web.PlausibleDate;
import org.communitysolutions.volunteering.match.EndMatch;
import org.communitysolutions.volunteering.match.domain.EndReason;

/**
 * How a match ends.
 *
 * @param on its last day, today or earlier
 */
record MatchEnding(
        @NotNull EndReason reason, @NotNull @PlausibleDate LocalDate on) {

    EndMatch.Ending ending(UUID id, long version) {
        return new EndMatch.Ending(id, version, reason, on);
    }
}
