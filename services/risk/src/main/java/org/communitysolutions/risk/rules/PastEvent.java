package org.communitysolutions.risk.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Something that happened to a household. Events are ordered by when they happened, and by id where that is equal, so
 * that a history has one order however its events arrived.
 *
 * @param id the event's own id
 * @param type who published it and what it is, {@code debt-advice.council-tax-instalment-missed.v1}
 * @param occurredAt event time, when it happened
 * @param restricted whether only those cleared for restricted events may learn of it
 * @param data its fields as JSON has them: text, whole or decimal numbers, true or false, lists
 */
public record PastEvent(UUID id, String type, Instant occurredAt, boolean restricted, Map<String, Object> data)
        implements Comparable<PastEvent> {

    private static final Comparator<PastEvent> ORDER =
            Comparator.comparing(PastEvent::occurredAt).thenComparing(PastEvent::id);

    @Override
    public int compareTo(PastEvent other) {
        return ORDER.compare(this, other);
    }

    /** The field as text; empty if the event does not have it. */
    public Optional<String> text(String field) {
        return Optional.ofNullable(data.get(field)).map(Object::toString);
    }

    /** The field as a whole number, of pence where it is money; empty if it is absent or no number. */
    public OptionalLong number(String field) {
        return data.get(field) instanceof Number number ? OptionalLong.of(number.longValue()) : OptionalLong.empty();
    }

    /** The field as an id; empty if it is absent or none. */
    public Optional<UUID> idIn(String field) {
        try {
            return text(field).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The field as a date; the day on which the event happened if it is absent or no date. */
    LocalDate date(Optional<String> field, ZoneId zone) {
        try {
            return field.flatMap(this::text).map(LocalDate::parse).orElseGet(() -> day(zone));
        } catch (DateTimeParseException e) {
            return day(zone);
        }
    }

    LocalDate day(ZoneId zone) {
        return LocalDate.ofInstant(occurredAt, zone);
    }

    /**
     * When the publisher wrote the event down, which an id of version 7 carries (RFC 9562, section 5.7). It can be long
     * after it happened: an extract tells in November of an instalment that was due in September.
     */
    public Instant recordedAt() {
        return recordedAt(id, occurredAt);
    }

    static Instant recordedAt(UUID event, Instant otherwise) {
        return event.version() == 7 ? Instant.ofEpochMilli(event.getMostSignificantBits() >>> 16) : otherwise;
    }
}
