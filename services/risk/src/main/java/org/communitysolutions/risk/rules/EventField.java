package org.communitysolutions.risk.rules;

/**
 * A field of the events of one type, found by its place: names are looked up once, when files are read.
 *
 * @param place its place among the kind's fields
 */
public record EventField(String name, int place) {

    /** What the field holds; null if the event does not have it. */
    Object of(PastEvent event) {
        return event.value(place);
    }

    /** The same as text; empty if the event does not have it. */
    String text(PastEvent event) {
        Object value = event.value(place);
        return value == null ? "" : value.toString();
    }

    /** Whether the event has the field as a number. */
    boolean isNumberIn(PastEvent event) {
        return event.value(place) instanceof Long;
    }

    /** The number that the field holds; nil if it holds none. */
    long number(PastEvent event) {
        return event.value(place) instanceof Long number ? number : 0;
    }
}
