package org.communitysolutions.shared.messaging;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An event as it arrived: the CloudEvents attributes of its headers, and its data still as text.
 *
 * @param id the deduplication key; the same again when an event is sent twice
 * @param type the full type, {@code org.communitysolutions.…}
 * @param source the path of the service that published it
 * @param occurredAt event time
 * @param recordedAt when Kafka took it in
 * @param subject whom the event is about, if it says
 * @param sensitivity who may see it
 * @param traceParent the trace it belongs to, if it carries one
 * @param data the JSON object
 */
public record ReceivedEvent(
        UUID id,
        String type,
        String source,
        Instant occurredAt,
        Instant recordedAt,
        Optional<UUID> subject,
        Sensitivity sensitivity,
        Optional<String> traceParent,
        String data) {

    /**
     * Reads a record in CloudEvents' binary mode.
     *
     * @throws MalformedEvent if a required attribute is missing or is not what it should be
     */
    static ReceivedEvent of(StoredRecord stored) {
        Map<String, String> headers = new HashMap<>(stored.headers());
        if (stored.value() == null) {
            throw new MalformedEvent("the record has no value");
        }
        return new ReceivedEvent(
                uuid("ce_id", required(headers, "ce_id")),
                required(headers, "ce_type"),
                required(headers, "ce_source"),
                instant(required(headers, "ce_time")),
                stored.recordedAt(),
                Optional.ofNullable(headers.get("ce_subject")).map(subject -> uuid("ce_subject", subject)),
                Sensitivity.of(required(headers, "ce_sensitivity")),
                Optional.ofNullable(headers.get("traceparent")),
                stored.value());
    }

    /**
     * Whom the event is about.
     *
     * @throws MalformedEvent if it does not say
     */
    public UUID requireSubject() {
        return subject.orElseThrow(() -> new MalformedEvent(type + " has no ce_subject"));
    }

    /** What a span says of it. */
    EventSpans.Delivery delivery() {
        return new EventSpans.Delivery(
                id,
                type,
                source.substring(1) + ".events",
                recordedAt,
                traceParent.orElse(null),
                sensitivity == Sensitivity.RESTRICTED);
    }

    private static String required(Map<String, String> headers, String name) {
        String value = headers.get(name);
        if (value == null || value.isBlank()) {
            throw new MalformedEvent("the header " + name + " is missing");
        }
        return value;
    }

    private static UUID uuid(String header, String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw new MalformedEvent("the header " + header + " is not a UUID", e);
        }
    }

    private static Instant instant(String value) {
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw new MalformedEvent("the header ce_time is not an RFC 3339 time", e);
        }
    }
}
