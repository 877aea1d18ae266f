package org.communitysolutions.risk.journal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An event as the journal keeps it.
 *
 * @param type without the prefix that all types share: {@code intake.need-identified.v1}
 * @param receivedAt when this service took it in
 * @param restricted whether only those cleared for restricted events may learn of it
 * @param data the JSON object
 */
public record JournalEntry(
        UUID id,
        Optional<UUID> household,
        String type,
        Instant occurredAt,
        Instant receivedAt,
        boolean restricted,
        String data) {}
