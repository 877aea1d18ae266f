package org.communitysolutions.risk.rules;

import java.util.List;

/**
 * An event as far as this service reads it. There is one instance for each type, that of the {@link Vocabulary}, and it
 * equals no other.
 *
 * @param type who publishes it and what it is, {@code intake.need-identified.v1}
 * @param title in plain English
 * @param clearance restricted if it always is, whatever its envelope says
 * @param fields the fields that factors and rules may speak of, in the order in which events hold their values
 */
public record KnownEvent(String type, String title, Clearance clearance, List<Field> fields) {

    /** A field and what it holds. */
    public record Field(String name, FieldType type) {}

    public KnownEvent {
        fields = List.copyOf(fields);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return type.hashCode();
    }

    /** The place of that field among {@link #fields()}; -1 if there is none of that name. */
    public int place(String field) {
        for (int place = 0; place < fields.size(); place++) {
            if (fields.get(place).name().equals(field)) {
                return place;
            }
        }
        return -1;
    }

    /** Its type. */
    @Override
    public String toString() {
        return type;
    }
}
