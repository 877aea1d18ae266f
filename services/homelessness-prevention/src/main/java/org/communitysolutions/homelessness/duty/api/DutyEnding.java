package org.communitysolutions.homelessness.duty.api;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.communitysolutions.homelessness.duty.EndDuty;
import org.communitysolutions.homelessness.duty.domain.EndReason;
import org.communitysolutions.shared.web.PlausibleDate;

/**
 * How a duty ends.
 *
 * @param reason one that this duty can end for
 * @param noticeGivenOn the day on which the household was given notice in writing
 */
record DutyEnding(
        @NotNull EndReason reason, @NotNull @PlausibleDate LocalDate noticeGivenOn) {

    EndDuty.Ending ending(UUID id, long version) {
        return new EndDuty.Ending(id, version, reason, noticeGivenOn);
    }
}
