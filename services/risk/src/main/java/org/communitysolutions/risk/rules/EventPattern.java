package org.communitysolutions.risk.rules;

import java.util.List;
import java.util.Set;

/**
 * The events of one type whose fields pass tests.
 *
 * @param kind the type, the vocabulary's own instance
 * @param where the test of each field that matters
 */
public record EventPattern(KnownEvent kind, List<FieldTest> where) {

    /** A field and what it must be. */
    public record FieldTest(EventField field, Test test) {}

    /** What a value must be; null is an absent field. */
    public sealed interface Test {

        boolean passes(Object value);
    }

    /** One of these values; an absent field is none of them. */
    public record OneOf(Set<Object> values) implements Test {
        @Override
        public boolean passes(Object value) {
            return value != null && values.contains(value);
        }
    }

    /** None of these values; an absent field is none of them. */
    public record NoneOf(Set<Object> values) implements Test {
        @Override
        public boolean passes(Object value) {
            return value == null || !values.contains(value);
        }
    }

    /** A number of at least {@code from} and less than {@code below}; an absent field is no number. */
    public record Between(long from, long below) implements Test {
        @Override
        public boolean passes(Object value) {
            return value instanceof Long number && number >= from && number < below;
        }
    }

    public String type() {
        return kind.type();
    }

    public boolean matches(PastEvent event) {
        if (!event.kind().equals(kind)) {
            return false;
        }
        for (int i = 0; i < where.size(); i++) {
            FieldTest tested = where.get(i);
            if (!tested.test().passes(tested.field().of(event))) {
                return false;
            }
        }
        return true;
    }
}
