package org.communitysolutions.shared.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What a type looks like in JSON, for people who read an error. */
final class Expected {

    private static final Map<Class<?>, String> KINDS = Map.of(
            UUID.class, "a UUID",
            LocalDate.class, "a date such as 2026-11-21",
            Instant.class, "a time such as 2026-11-21T09:30:00Z",
            String.class, "a text",
            boolean.class, "true or false",
            Boolean.class, "true or false",
            int.class, "a whole number",
            Integer.class, "a whole number",
            long.class, "a whole number",
            Long.class, "a whole number");

    private Expected() {}

    static String describe(Class<?> type) {
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return KINDS.getOrDefault(type, "an object");
    }
}
