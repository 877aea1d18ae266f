package org.communitysolutions.homelessness.duty.api;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.homelessness.duty.AcceptDuty;
import org.communitysolutions.homelessness.duty.domain.DutyKind;
import org.communitysolutions.shared.web.PlausibleDate;
import org.communitysolutions.shared.web.Problem;

/**
 * A duty that the council accepts.
 *
 * @param acceptedOn the first day of its period
 * @param likelyHomelessOn for prevention: the day by which the household is likely to be homeless
 * @param noticeId for prevention, instead of likelyHomelessOn: the notice that is about to expire
 */
record NewDuty(
        @NotNull DutyKind duty,
        @NotNull @PlausibleDate LocalDate acceptedOn,
        @PlausibleDate LocalDate likelyHomelessOn,
        UUID noticeId) {

    AcceptDuty.Acceptance acceptance(UUID application) {
        if (likelyHomelessOn != null && noticeId != null) {
            throw Problem.invalid("/noticeId", "is given instead of likelyHomelessOn, not beside it");
        }
        return new AcceptDuty.Acceptance(
                application, duty, acceptedOn, Optional.ofNullable(likelyHomelessOn), Optional.ofNullable(noticeId));
    }
}
