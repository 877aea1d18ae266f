package org.communitysolutions.intake.contact;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.contact.domain.ContactState;

/**
 * Someone got in touch, or was reached.
 *
 * @param householdId whom it is about, once that is known
 * @param receivedBy who took it, as their token names them
 */
public record Contact(
        UUID id,
        Optional<UUID> householdId,
        Optional<UUID> personId,
        Story story,
        Instant receivedAt,
        String receivedBy,
        ContactState state) {

    Contact about(UUID household) {
        return new Contact(id, Optional.of(household), personId, story, receivedAt, receivedBy, state);
    }

    Contact in(ContactState other) {
        return new Contact(id, householdId, personId, story, receivedAt, receivedBy, other);
    }
}
