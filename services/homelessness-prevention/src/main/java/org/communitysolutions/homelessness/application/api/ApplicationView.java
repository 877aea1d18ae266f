package org.communitysolutions.homelessness.application.api;

import java.time.LocalDate;
import java.util.UUID;
import org.communitysolutions.homelessness.application.Application;
import org.communitysolutions.homelessness.application.Cause;

/** An application as the front line sees it. */
record ApplicationView(UUID id, UUID householdId, Cause cause, LocalDate approachedOn) {

    static ApplicationView of(Application application) {
        return new ApplicationView(
                application.id(), application.householdId(), application.cause(), application.approachedOn());
    }
}
