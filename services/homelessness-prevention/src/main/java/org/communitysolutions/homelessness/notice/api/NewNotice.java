package org.communitysolutions.homelessness.notice.api;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.homelessness.notice.NoticeKind;
import org.communitysolutions.homelessness.notice.RecordNotice;
import org.communitysolutions.shared.web.PlausibleDate;
import org.communitysolutions.shared.web.Problem;

/**
 * A notice that a household was served.
 *
 * @param householdId intake's id
 * @param applicationId the application that it belongs to; left out when there is none yet
 * @param valid whether an officer has found that it meets the law's form
 * @param servedOn today or earlier
 * @param expiresOn not before servedOn
 */
record NewNotice(
        @NotNull UUID householdId,
        UUID applicationId,
        @NotNull NoticeKind kind,
        @NotNull Boolean valid,
        @NotNull @PlausibleDate LocalDate servedOn,
        @NotNull @PlausibleDate LocalDate expiresOn) {

    RecordNotice.Served served(LocalDate today) {
        if (servedOn.isAfter(today)) {
            throw Problem.invalid("/servedOn", "must not be in the future");
        }
        if (expiresOn.isBefore(servedOn)) {
            throw Problem.invalid("/expiresOn", "must not be before servedOn");
        }
        return new RecordNotice.Served(
                householdId, Optional.ofNullable(applicationId), kind, valid, servedOn, expiresOn);
    }
}
