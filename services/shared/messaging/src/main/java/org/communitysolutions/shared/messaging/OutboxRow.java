package org.communitysolutions.shared.messaging;

import java.time.Instant;
import java.util.UUID;

/** An announcement as its row in the outbox, columns in the table's order; {@code subject} may be null. */
public record OutboxRow(
        UUID id,
        String destination,
        String recordKey,
        String type,
        String source,
        String subject,
        Instant occurredAt,
        String dataschema,
        String sensitivity,
        String causationId,
        String traceparent,
        String data) {}
