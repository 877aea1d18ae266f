package org.communitysolutions.intake.membership.events;

import java.time.LocalDate;
import java.util.UUID;
import org.communitysolutions.intake.membership.MemberRole;
import org.communitysolutions.intake.membership.Membership;
import org.communitysolutions.shared.messaging.Publishes;

/** A person became a member of a household. */
@Publishes("person-joined-household.v1")
public record PersonJoinedHousehold(UUID householdId, UUID personId, MemberRole role, LocalDate from) {

    public static PersonJoinedHousehold of(Membership membership) {
        return new PersonJoinedHousehold(
                membership.householdId(), membership.personId(), membership.role(), membership.from());
    }
}
