package org.communitysolutions.homelessness.duty.events;

import java.time.LocalDate;
import java.util.UUID;
import org.communitysolutions.homelessness.duty.domain.DutyEvent;
import org.communitysolutions.homelessness.duty.domain.DutyKind;
import org.communitysolutions.shared.messaging.Publishes;

/** The council accepted that it owes a household a duty. */
@Publishes("duty-accepted.v1")
record DutyAccepted(UUID householdId, UUID applicationId, DutyKind duty, LocalDate deadline) {

    static DutyAccepted of(DutyEvent.Accepted accepted) {
        return new DutyAccepted(
                accepted.duty().householdId(),
                accepted.duty().applicationId(),
                accepted.duty().kind(),
                accepted.duty().deadline());
    }
}
