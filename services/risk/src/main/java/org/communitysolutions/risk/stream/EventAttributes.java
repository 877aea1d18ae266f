package org.communitysolutions.risk.stream;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.communitysolutions.shared.messaging.MalformedEvent;
import org.communitysolutions.shared.messaging.Sensitivity;

/**
 * What a record says of its event in its headers (CloudEvents 1.0.2, Kafka protocol binding, binary mode), each header read
 * once and looked at when it is asked for. Each attribute is a MalformedEvent if it is missing or not what it should be.
 */
final class EventAttributes {

    private byte[] id;
    private byte[] type;
    private byte[] source;
    private byte[] time;
    private byte[] subject;
    private byte[] sensitivity;
    private byte[] trace;

    EventAttributes(ConsumerRecord<byte[], byte[]> record) {
        for (Header header : record.headers()) {
            switch (header.key()) {
                case "ce_id" -> id = header.value();
                case "ce_type" -> type = header.value();
                case "ce_source" -> source = header.value();
                case "ce_time" -> time = header.value();
                case "ce_subject" -> subject = header.value();
                case "ce_sensitivity" -> sensitivity = header.value();
                case "traceparent" -> trace = header.value();
                default -> {
                    // Of no consequence here.
                }
            }
        }
        required("ce_source", source);
    }

    UUID id() {
        return uuid("ce_id", required("ce_id", id));
    }

    /** Without the prefix that all types share. */
    String type() {
        String full = Wire.text(required("ce_type", type));
        return full.startsWith(Wire.PREFIX) ? full.substring(Wire.PREFIX.length()) : full;
    }

    Instant occurredAt() {
        try {
            return RfcTime.parse(Wire.text(required("ce_time", time)));
        } catch (DateTimeException e) {
            throw new MalformedEvent("the header ce_time is not an RFC 3339 time", e);
        }
    }

    Optional<UUID> household() {
        return Optional.ofNullable(subject).map(text -> uuid("ce_subject", text));
    }

    boolean isRestricted() {
        return Sensitivity.of(Wire.text(required("ce_sensitivity", sensitivity))) == Sensitivity.RESTRICTED;
    }

    /** The parent in the W3C trace context; null if there is none. */
    byte[] trace() {
        return trace;
    }

    /** Whether that key is the household's id, as ids are usually written. */
    boolean isHousehold(byte[] key) {
        return subject != null && UuidText.isUsual(subject) && Arrays.equals(key, subject);
    }

    private static byte[] required(String name, byte[] value) {
        if (value == null || isBlank(value)) {
            throw new MalformedEvent("the header " + name + " is missing");
        }
        return value;
    }

    private static boolean isBlank(byte[] text) {
        for (byte letter : text) {
            if (letter != ' ') {
                return false;
            }
        }
        return true;
    }

    private static UUID uuid(String header, byte[] text) {
        try {
            return UuidText.parse(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedEvent("the header " + header + " is not a UUID", e);
        }
    }
}
