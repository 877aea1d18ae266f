package org.communitysolutions.intake.referral.events;

import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.referral.Referral;
import org.communitysolutions.intake.referral.ReferralKind;
import org.communitysolutions.shared.messaging.Publishes;

/** An agency, a person or a signal in data asked the council to help. */
@Publishes("referral-received.v1")
public record ReferralReceived(Optional<UUID> householdId, UUID referralId, String agency, ReferralKind kind) {

    public static ReferralReceived of(Referral referral) {
        return new ReferralReceived(referral.householdId(), referral.id(), referral.agency(), referral.kind());
    }
}
