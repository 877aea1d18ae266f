package org.communitysolutions.homelessness.application.events;

import java.util.UUID;
import org.communitysolutions.homelessness.application.Application;
import org.communitysolutions.homelessness.application.Cause;
import org.communitysolutions.shared.messaging.Publishes;

/** A household that has lost or may lose its home asked for help. */
@Publishes("homelessness-approach-made.v1")
public record HomelessnessApproachMade(UUID householdId, UUID applicationId, Cause cause) {

    public static HomelessnessApproachMade of(Application application) {
        return new HomelessnessApproachMade(application.householdId(), application.id(), application.cause());
    }
}
