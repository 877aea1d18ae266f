package org.communitysolutions.homelessness.duty.events;

import java.util.UUID;
import org.communitysolutions.homelessness.duty.domain.DutyEvent;
import org.communitysolutions.homelessness.duty.domain.DutyKind;
import org.communitysolutions.homelessness.duty.domain.EndReason;
import org.communitysolutions.shared.messaging.Publishes;

/** A duty was ended, with a reason and in writing. */
@Publishes("duty-ended.v1")
record DutyEnded(UUID householdId, UUID applicationId, DutyKind duty, EndReason reason) {

    static DutyEnded of(DutyEvent.Ended ended) {
        return new DutyEnded(
                ended.duty().householdId(),
                ended.duty().applicationId(),
                ended.duty().kind(),
                ended.reason());
    }
}
