package org.communitysolutions.risk.stream;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.rules.PastEvent;
import org.communitysolutions.shared.messaging.Cause;

/**
 * An event that Kafka brought, checked.
 *
 * @param household whom it is about; empty if it is about none
 * @param type without the prefix that all types share
 * @param occurredAt event time, to the microsecond
 * @param restricted whether only those cleared for restricted events may learn of it
 * @param traceParent the trace that it belongs to, if it carries one
 * @param past as rules see it; empty if the vocabulary does not know its type, or it is about no household
 * @param data the JSON object, in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // on its way into the journal; nobody compares events by it
public record ArrivedEvent(
        Origin origin,
        UUID id,
        Optional<UUID> household,
        String type,
        Instant occurredAt,
        boolean restricted,
        Optional<String> traceParent,
        Optional<PastEvent> past,
        byte[] data) {

    /** Its data as text. */
    public String text() {
        return new String(data, StandardCharsets.UTF_8);
    }

    /** The attributes that it was read by, as the headers that they came in. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id.toString());
        headers.put("ce_type", Wire.PREFIX + type);
        headers.put("ce_source", "/" + type.substring(0, Math.max(0, type.indexOf('.'))));
        headers.put("ce_time", occurredAt.toString());
        headers.put("ce_sensitivity", restricted ? "restricted" : "standard");
        household.ifPresent(subject -> headers.put("ce_subject", subject.toString()));
        traceParent.ifPresent(trace -> headers.put("traceparent", trace));
        return headers;
    }

    /** When Kafka took it in. */
    Instant recordedAt() {
        return Instant.ofEpochMilli(origin.timestamp());
    }

    Cause cause() {
        return new Cause(id, traceParent);
    }
}
