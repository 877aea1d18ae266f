package org.communitysolutions.intake.referral.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.referral.Consent;
import org.communitysolutions.intake.referral.Referral;
import org.communitysolutions.intake.referral.ReferralKind;

@Entity
@Table(name = "referral")
class ReferralRow {

    @Id
    UUID id;

    UUID householdId;
    UUID personId;
    String agency;

    @Enumerated(EnumType.STRING)
    ReferralKind kind;

    String reason;
    boolean consentToRefer;
    boolean consentToBeContacted;
    LocalDate consentedOn;
    Instant receivedAt;
    String receivedBy;

    static ReferralRow of(Referral referral) {
        ReferralRow row = new ReferralRow();
        row.id = referral.id();
        row.householdId = referral.householdId().orElse(null);
        row.personId = referral.personId().orElse(null);
        row.agency = referral.agency();
        row.kind = referral.kind();
        row.reason = referral.reason().orElse(null);
        row.consentToRefer = referral.consent().toRefer();
        row.consentToBeContacted = referral.consent().toBeContacted();
        row.consentedOn = referral.consent().on().orElse(null);
        row.receivedAt = referral.receivedAt();
        row.receivedBy = referral.receivedBy();
        return row;
    }

    Referral referral() {
        return new Referral(
                id,
                Optional.ofNullable(householdId),
                Optional.ofNullable(personId),
                agency,
                kind,
                Optional.ofNullable(reason),
                new Consent(consentToRefer, consentToBeContacted, Optional.ofNullable(consentedOn)),
                receivedAt,
                receivedBy);
    }
}
