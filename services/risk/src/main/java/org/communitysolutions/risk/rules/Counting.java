package org.communitysolutions.risk.rules;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts different events within a window that ends with the latest of them. */
final class Counting {

    private Counting() {}

    /** The events in the window, oldest first; none if the latest is itself older than the window is long. */
    static List<PastEvent> withinWindow(Condition.EventCount count, Moment moment) {
        Map<List<String>, PastEvent> different = new LinkedHashMap<>();
        for (PastEvent event : moment.past(count.events().type())) {
            if (count.events().matches(event)) {
                different.putIfAbsent(sameThing(count.distinct(), event), event);
            }
        }
        LocalDate latest = different.values().stream()
                .map(event -> event.date(count.dated(), moment.zone()))
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
        if (different.isEmpty() || latest.isBefore(moment.today().minusDays(count.withinDays()))) {
            return List.of();
        }
        LocalDate from = latest.minusDays(count.withinDays());
        return different.values().stream()
                .filter(event -> !event.date(count.dated(), moment.zone()).isBefore(from))
                .toList();
    }

    private static List<String> sameThing(List<String> fields, PastEvent event) {
        return fields.isEmpty()
                ? List.of(event.id().toString())
                : fields.stream().map(field -> event.text(field).orElse("")).toList();
    }
}
