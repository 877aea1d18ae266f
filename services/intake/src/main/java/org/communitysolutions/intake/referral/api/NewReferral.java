package org.communitysolutions.intake.referral.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.referral.Consent;
import org.communitysolutions.intake.referral.ReceiveReferral;
import org.communitysolutions.intake.referral.ReferralKind;
import org.communitysolutions.shared.web.PlainText;
import org.communitysolutions.shared.web.PlausibleDate;

/**
 * Somebody asks the council to help someone.
 *
 * @param householdId whom it is about, if that is known
 * @param personId who it is about, if they are registered
 * @param agency the code of whoever refers, such as {@code jobcentre-plus}; {@code council} for its own signals
 * @param reason why, in their words
 */
record NewReferral(
        UUID householdId,
        UUID personId,

        @NotNull @Pattern(
                regexp = "[a-z][a-z0-9]*(-[a-z0-9]+)*",
                message = "must be a code of lower-case letters, digits and hyphens")
        @Size(max = 60) String agency,

        @NotNull ReferralKind kind,
        @PlainText(max = 4_000) String reason,
        @NotNull @Valid ConsentRequest consent) {

    /**
     * What the person agreed to.
     *
     * @param toRefer that they are referred
     * @param toBeContacted that the council is told how they may be contacted
     * @param on the day on which they agreed
     */
    record ConsentRequest(
            @NotNull Boolean toRefer,
            @NotNull Boolean toBeContacted,

            @PlausibleDate @PastOrPresent(message = "must not be in the future") LocalDate on) {

        Consent consent() {
            return new Consent(toRefer, toBeContacted, Optional.ofNullable(on));
        }
    }

    ReceiveReferral.Incoming incoming() {
        return new ReceiveReferral.Incoming(
                Optional.ofNullable(householdId),
                Optional.ofNullable(personId),
                agency,
                kind,
                Optional.ofNullable(reason),
                consent.consent());
    }
}
