package org.communitysolutions.shared.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What a type looks like in JSON, for people who read an error. */
final class Expected {

    private static final Map<Class<?>, String> KINDS = Map.ofEntries(
            Map.entry(UUID.class, "a UUID"),
            Map.entry(LocalDate.class, "a date such as 2026-11-21"),
            Map.entry(Instant.class, "a time such as 2026-11-21T09:30:00Z"),
            Map.entry(String.class, "a text"),
            Map.entry(boolean.class, "true or false"),
            Map.entry(Boolean.class, "true or false"),
            Map.entry(int.class, "a whole number"),
            Map.entry(Integer.class, "a whole number"),
            Map.entry(long.class, "a whole number"),
            Map.entry(Long.class, "a whole number"),
            Map.entry(BigDecimal.class, "a number"));

    private Expected() {}

    static String describe(Class<?> type) {
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return KINDS.getOrDefault(type, "an object");
    }
}
