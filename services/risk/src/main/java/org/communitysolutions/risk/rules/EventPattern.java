package org.communitysolutions.risk.rules;

import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The events of one type whose fields pass tests.
 *
 * @param type {@code intake.need-identified.v1}
 * @param where the test of each field that matters
 */
public record EventPattern(String type, Map<String, Test> where) {

    /** What a field must be. */
    public sealed interface Test {

        boolean passes(PastEvent event, String field);
    }

    /** One of these values; an absent field is none of them. */
    public record OneOf(Set<String> values) implements Test {
        @Override
        public boolean passes(PastEvent event, String field) {
            return event.text(field).filter(values::contains).isPresent();
        }
    }

    /** None of these values; an absent field is none of them. */
    public record NoneOf(Set<String> values) implements Test {
        @Override
        public boolean passes(PastEvent event, String field) {
            return event.text(field).filter(values::contains).isEmpty();
        }
    }

    /** A number of at least {@code from} and less than {@code below}; an absent field is no number. */
    public record Between(long from, long below) implements Test {
        @Override
        public boolean passes(PastEvent event, String field) {
            OptionalLong number = event.number(field);
            return number.isPresent() && number.getAsLong() >= from && number.getAsLong() < below;
        }
    }

    public boolean matches(PastEvent event) {
        if (!type.equals(event.type())) {
            return false;
        }
        for (Map.Entry<String, Test> test : where.entrySet()) {
            if (!test.getValue().passes(event, test.getKey())) {
                return false;
            }
        }
        return true;
    }
}
