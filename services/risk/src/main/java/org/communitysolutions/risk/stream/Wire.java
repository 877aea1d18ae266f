package org.communitysolutions.risk.stream;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.communitysolutions.risk.journal.EventData;
import org.communitysolutions.risk.rules.KnownEvent;
import org.communitysolutions.risk.rules.PastEvent;
import org.communitysolutions.risk.rules.Vocabulary;
import org.communitysolutions.shared.messaging.MalformedEvent;

/** Reads records in CloudEvents' binary mode (CloudEvents 1.0.2, Kafka protocol binding), each header once. */
final class Wire {

    private static final String PREFIX = "org.communitysolutions.";

    private final Vocabulary vocabulary;

    Wire(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * Reads and checks an event.
     *
     * @throws MalformedEvent if a required attribute is missing or is not what it should be, or the data is not what the
     *     vocabulary says
     */
    ArrivedEvent read(ConsumerRecord<byte[], byte[]> record) {
        Attributes found = new Attributes(record);
        if (record.value() == null) {
            throw new MalformedEvent("the record has no value");
        }
        UUID id = uuid("ce_id", required("ce_id", found.id));
        Instant occurredAt = instant(required("ce_time", found.time));
        String fullType = required("ce_type", found.type);
        String type = fullType.startsWith(PREFIX) ? fullType.substring(PREFIX.length()) : fullType;
        required("ce_source", found.source);
        Optional<UUID> household = Optional.ofNullable(found.subject).map(subject -> uuid("ce_subject", subject));
        boolean marked = isRestricted(required("ce_sensitivity", found.sensitivity));
        Optional<KnownEvent> kind = vocabulary.event(type);
        if (kind.isEmpty()) {
            EventData.check(type, record.value());
            return new ArrivedEvent(record, id, household, type, occurredAt, marked, Optional.empty());
        }
        Object[] values = EventData.values(kind.get(), record.value());
        boolean restricted = marked || kind.get().clearance().isRestricted();
        return new ArrivedEvent(
                record,
                id,
                household,
                type,
                occurredAt,
                restricted,
                household.map(known -> new PastEvent(id, kind.get(), occurredAt, restricted, values)));
    }

    /**
     * When it happened, if the record says so in a form that can be read: for the order in which records are taken, before
     * they are read whole.
     */
    static Instant time(ConsumerRecord<byte[], byte[]> record) {
        try {
            return header(record, "ce_time").map(Wire::instant).orElse(Instant.MIN);
        } catch (MalformedEvent e) {
            return Instant.MIN;
        }
    }

    /** Records of one key are taken in order; one without a key stands for itself. */
    static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null
                ? "%s-%d-%d".formatted(record.topic(), record.partition(), record.offset())
                : text(record.key());
    }

    static Optional<String> header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? Optional.empty() : Optional.of(text(header.value()));
    }

    /** The attributes that matter; null for those that are not there. */
    private static final class Attributes {

        private String id;
        private String type;
        private String source;
        private String time;
        private String subject;
        private String sensitivity;

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
                        default -> {
                            // Of no consequence here.
                        }
                    }
                }
            }
        }
    }

    private static boolean isRestricted(String sensitivity) {
        return switch (sensitivity) {
            case "standard" -> false;
            case "restricted" -> true;
            default ->
                throw new MalformedEvent(
                        "ce_sensitivity is '%s', expected standard or restricted".formatted(sensitivity));
        };
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
            return OffsetDateTime.parse(value).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw new MalformedEvent("the header ce_time is not an RFC 3339 time", e);
        }
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
