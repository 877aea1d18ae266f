package org.communitysolutions.risk.stream;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.communitysolutions.risk.rules.PastEvent;
import org.communitysolutions.shared.messaging.Cause;

/**
 * An event that Kafka brought, checked.
 *
 * @param record as it arrived
 * @param household whom it is about; empty if it is about none
 * @param type without the prefix that all types share
 * @param occurredAt event time, to the microsecond
 * @param restricted whether only those cleared for restricted events may learn of it
 * @param past as rules see it; empty if the vocabulary does not know its type, or it is about no household
 */
public record ArrivedEvent(
        ConsumerRecord<byte[], byte[]> record,
        UUID id,
        Optional<UUID> household,
        String type,
        Instant occurredAt,
        boolean restricted,
        Optional<PastEvent> past) {

    /** Its data as text. */
    public String text() {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    /** When Kafka took it in. */
    Instant recordedAt() {
        return Instant.ofEpochMilli(record.timestamp());
    }

    Cause cause() {
        return new Cause(id, Wire.header(record, "traceparent"));
    }
}
