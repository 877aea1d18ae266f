package org.communitysolutions.intake.contact.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.contact.TriageContact;
import org.communitysolutions.intake.contact.domain.Route;
import org.communitysolutions.intake.contact.domain.Tier;
import org.communitysolutions.intake.need.IdentifyNeed;
import org.communitysolutions.intake.need.Need;
import org.communitysolutions.intake.need.Severity;

/**
 * What was decided about a contact.
 *
 * @param householdId whom it is about, if the contact does not say
 * @param needs what was found; it becomes the household's needs if a household is known
 */
record TriageRequest(
        UUID householdId,
        @NotNull Tier tier,
        @NotNull Route route,
        @NotNull @Size(max = 50) List<@NotNull @Valid Found> needs) {

    /** A need, how grave it is, and who has it if it is not the whole household. */
    record Found(@NotNull Need need, @NotNull Severity severity, UUID personId) {
        IdentifyNeed.Finding finding() {
            return new IdentifyNeed.Finding(Optional.ofNullable(personId), need, severity);
        }
    }

    TriageContact.Decision decision(UUID contact) {
        return new TriageContact.Decision(
                contact,
                Optional.ofNullable(householdId),
                tier,
                route,
                needs.stream().map(Found::finding).toList());
    }
}
