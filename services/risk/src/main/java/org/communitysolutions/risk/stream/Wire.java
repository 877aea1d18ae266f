package org.communitysolutions.risk.stream;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.communitysolutions.risk.journal.EventData;
import org.communitysolutions.risk.rules.KnownEvent;
import org.communitysolutions.risk.rules.PastEvent;
import org.communitysolutions.risk.rules.Vocabulary;
import org.communitysolutions.shared.messaging.MalformedEvent;
import org.communitysolutions.shared.messaging.Sensitivity;

/** Reads records in CloudEvents' binary mode (CloudEvents 1.0.2, Kafka protocol binding), each header once. */
final class Wire {

    static final String PREFIX = "org.communitysolutions.";

    private static final String OWN_TOPICS = "risk.events";

    private final Vocabulary vocabulary;

    Wire(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Reads and checks a record. */
    Arrival read(ConsumerRecord<byte[], byte[]> record, TopicPartition partition) {
        Origin origin = Origin.of(record, partition);
        if (record.topic().startsWith(OWN_TOPICS) && isOfNoConsequence(record)) {
            return new Arrival.Own(origin, record);
        }
        try {
            return new Arrival.Event(event(origin, record));
        } catch (MalformedEvent e) {
            return new Arrival.Unreadable(origin, record, e);
        }
    }

    /** Of what this service tells itself, only what the vocabulary knows is news to it. */
    private boolean isOfNoConsequence(ConsumerRecord<byte[], byte[]> record) {
        Header type = record.headers().lastHeader("ce_type");
        return type != null
                && type.value() != null
                && vocabulary.event(withoutPrefix(text(type.value()))).isEmpty();
    }

    private static String withoutPrefix(String type) {
        return type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type;
    }

    /**
     * Reads and checks an event.
     *
     * @throws MalformedEvent if a required attribute is missing or is not what it should be, or the data is not what the
     *     vocabulary says
     */
    ArrivedEvent event(Origin origin, ConsumerRecord<byte[], byte[]> record) {
        Attributes found = new Attributes(record);
        if (record.value() == null) {
            throw new MalformedEvent("the record has no value");
        }
        UUID id = uuid("ce_id", required("ce_id", found.id));
        Instant occurredAt = instant(required("ce_time", found.time));
        String type = withoutPrefix(required("ce_type", found.type));
        required("ce_source", found.source);
        Optional<UUID> household = Optional.ofNullable(found.subject).map(subject -> uuid("ce_subject", subject));
        boolean marked = Sensitivity.of(required("ce_sensitivity", found.sensitivity)) == Sensitivity.RESTRICTED;
        Optional<String> trace = Optional.ofNullable(found.trace);
        Optional<KnownEvent> known = vocabulary.event(type);
        if (known.isEmpty()) {
            EventData.check(type, record.value());
            return new ArrivedEvent(
                    origin, id, household, type, occurredAt, marked, trace, Optional.empty(), record.value());
        }
        KnownEvent kind = known.get();
        Object[] values = EventData.values(kind, record.value());
        boolean restricted = marked || kind.clearance().isRestricted();
        return new ArrivedEvent(
                origin,
                id,
                household,
                kind.type(),
                occurredAt,
                restricted,
                trace,
                household.map(subject -> new PastEvent(id, kind, occurredAt, restricted, values)),
                record.value());
    }

    static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), text(header.value()));
            }
        }
        return headers;
    }

    /** The attributes that matter; null for those that are not there. */
    private static final class Attributes {

        private String id;
        private String type;
        private String source;
        private String time;
        private String subject;
        private String sensitivity;
        private String trace;

        Attributes(ConsumerRecord<byte[], byte[]> record) {
            for (Header header : record.headers()) {
                if (header.value() != null) {
                    switch (header.key()) {
                        case "ce_id" -> id = text(header.value());
                        case "ce_type" -> type = text(header.value());
                        case "ce_source" -> source = text(header.value());
                        case "ce_time" -> time = text(header.value());
                        case "ce_subject" -> subject = text(header.value());
                        case "ce_sensitivity" -> sensitivity = text(header.value());
                        case "traceparent" -> trace = text(header.value());
                        default -> {
                            // Of no consequence here.
                        }
                    }
                }
            }
        }
    }

    private static String required(String name, String value) {
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
            return RfcTime.parse(value);
        } catch (DateTimeException e) {
            throw new MalformedEvent("the header ce_time is not an RFC 3339 time", e);
        }
    }

    static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
