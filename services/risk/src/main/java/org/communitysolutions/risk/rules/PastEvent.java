package org.communitysolutions.risk.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Something that happened to a household. Events are ordered by when they happened, and by id where that is equal, so
 * that a history has one order however its events arrived. What has the same id and time is the same event.
 */
public final class PastEvent implements Comparable<PastEvent> {

    private final UUID id;
    private final KnownEvent kind;
    private final Instant occurredAt;
    private final boolean restricted;
    private final Object[] values;

    /**
     * @param id the event's own id
     * @param kind the vocabulary's own instance
     * @param occurredAt event time, when it happened
     * @param restricted whether only those cleared for restricted events may learn of it
     * @param values for each field of the kind what {@link FieldType} says, or null where the event does not have it;
     *     not copied, as histories are long: the caller leaves it alone
     * @throws IllegalArgumentException if there are more or fewer values than fields
     */
    public PastEvent(UUID id, KnownEvent kind, Instant occurredAt, boolean restricted, Object[] values) {
        if (values.length != kind.fields().size()) {
            throw new IllegalArgumentException("A %s has %d fields and not %d"
                    .formatted(kind.type(), kind.fields().size(), values.length));
        }
        this.id = id;
        this.kind = kind;
        this.occurredAt = occurredAt;
        this.restricted = restricted;
        this.values = values;
    }

    public UUID id() {
        return id;
    }

    public KnownEvent kind() {
        return kind;
    }

    public String type() {
        return kind.type();
    }

    public Instant occurredAt() {
        return occurredAt;
    }

    public boolean restricted() {
        return restricted;
    }

    /** What the field at that place of its kind holds; null if the event does not have it. */
    public Object value(int place) {
        return values[place];
    }

    /** The field as text; empty if the event does not have it. */
    public Optional<String> text(String field) {
        int place = kind.place(field);
        return place < 0 || values[place] == null ? Optional.empty() : Optional.of(values[place].toString());
    }

    /** The texts of the field, if it is a list; none if the event does not have it. */
    public List<String> texts(String field) {
        int place = kind.place(field);
        return place >= 0 && values[place] instanceof List<?> list
                ? list.stream().map(String.class::cast).toList()
                : List.of();
    }

    /** The field as a whole number, of pence where it is money; empty if it is absent or no number. */
    public OptionalLong number(String field) {
        int place = kind.place(field);
        return place >= 0 && values[place] instanceof Long number ? OptionalLong.of(number) : OptionalLong.empty();
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

    /** The same for an event of which only the id is at hand; {@code otherwise} if the id does not carry it. */
    public static Instant recordedAt(UUID event, Instant otherwise) {
        return event.version() == 7 ? Instant.ofEpochMilli(event.getMostSignificantBits() >>> 16) : otherwise;
    }

    @Override
    public int compareTo(PastEvent other) {
        int byTime = occurredAt.compareTo(other.occurredAt);
        return byTime == 0 ? id.compareTo(other.id) : byTime;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PastEvent event && id.equals(event.id) && occurredAt.equals(event.occurredAt);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "%s %s %s".formatted(occurredAt, kind.type(), id);
    }
}
