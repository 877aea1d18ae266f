package org.communitysolutions.risk.rules.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.rules.Condition;
import org.communitysolutions.risk.rules.EventPattern;
import org.communitysolutions.risk.rules.Factor;
import org.communitysolutions.risk.rules.FieldType;
import org.communitysolutions.risk.rules.Trend;
import org.communitysolutions.risk.rules.Wording;

/** Reads the conditions of one rule. */
final class Conditions {

    private static final int LONGEST_WINDOW = 3653;

    private final Patterns patterns;
    private final Map<String, Factor> factors;
    private final Clearance rule;

    Conditions(Patterns patterns, Map<String, Factor> factors, Clearance rule) {
        this.patterns = patterns;
        this.factors = factors;
        this.rule = rule;
    }

    List<Condition> read(Entry list) {
        List<Condition> conditions = new ArrayList<>();
        for (Entry entry : list.items()) {
            conditions.add(condition(entry));
        }
        if (conditions.isEmpty()) {
            throw list.refuse("at least one condition");
        }
        return conditions;
    }

    Condition condition(Entry entry) {
        Map<String, Entry> fields = entry.fields();
        if (fields.containsKey("factor")) {
            return factorHolds(entry);
        }
        if (fields.containsKey("count")) {
            return count(entry);
        }
        if (fields.containsKey("latest")) {
            return latest(entry);
        }
        if (fields.containsKey("any")) {
            entry.fields("as", "any");
            return new Condition.AnyOf(read(entry.at("any")));
        }
        throw entry.refuse("a condition: factor, count, latest or any");
    }

    private Condition factorHolds(Entry entry) {
        entry.fields("as", "says", "factor", "trend", "at-least", "news-within-days");
        Factor factor = factors.get(entry.at("factor").oneOf(factors.keySet()));
        if (factor.clearance().isRestricted() && !rule.isRestricted()) {
            throw entry.at("factor").refuse("a standard factor, as the rule is standard");
        }
        return new Condition.FactorHolds(
                factor,
                entry.find("trend").map(trend -> trend.constant(Trend.class)),
                entry.find("at-least")
                        .map(level -> OptionalLong.of(level.whole(1L, Long.MAX_VALUE)))
                        .orElse(OptionalLong.empty()),
                window(entry, "news-within-days"),
                says(entry, Set.of("level", "since")));
    }

    private Condition count(Entry entry) {
        entry.fields("as", "says", "count", "where", "distinct", "dated", "at-least", "within-days");
        EventPattern events = events(entry, "count");
        List<String> distinct = entry.find("distinct")
                .map(list -> list.items().stream()
                        .map(field -> patterns.field(field, events, FieldType.TEXT, FieldType.NUMBER, FieldType.DATE))
                        .toList())
                .orElse(List.of());
        return new Condition.EventCount(
                events,
                distinct,
                entry.find("dated").map(field -> patterns.field(field, events, FieldType.DATE)),
                entry.at("at-least").whole(1, 1000),
                entry.at("within-days").whole(1, LONGEST_WINDOW),
                movedBy(entry.at("count"), events),
                says(entry, Set.of("count", "dates")));
    }

    private Condition latest(Entry entry) {
        entry.fields("as", "says", "latest", "where", "within-days");
        EventPattern events = events(entry, "latest");
        return new Condition.LatestEvent(
                events,
                window(entry, "within-days"),
                movedBy(entry.at("latest"), events),
                says(entry, Set.of("count", "dates")));
    }

    private EventPattern events(Entry entry, String key) {
        EventPattern events = patterns.read(entry, key);
        if (patterns.known(events).clearance().isRestricted() && !rule.isRestricted()) {
            throw entry.at(key).refuse("a standard event, as the rule is standard");
        }
        return events;
    }

    /** The factor that a task's reasons name beside such an event. */
    private String movedBy(Entry entry, EventPattern events) {
        return factors.values().stream()
                .filter(factor -> factor.begins().stream()
                        .anyMatch(signal -> signal.on().type().equals(events.type())))
                .map(Factor::code)
                .findFirst()
                .orElseThrow(() -> entry.refuse("an event that begins a factor, so that a reason can name it"));
    }

    private static OptionalInt window(Entry entry, String key) {
        Optional<Entry> window = entry.find(key);
        return window.isPresent() ? OptionalInt.of(window.get().whole(1, LONGEST_WINDOW)) : OptionalInt.empty();
    }

    private static String says(Entry entry, Set<String> figures) {
        if (entry.find("says").isEmpty()) {
            return "";
        }
        Entry says = entry.at("says");
        for (String gap : Wording.gaps(says.text())) {
            if (!figures.contains(gap)) {
                throw says.refuse("gaps for %s only"
                        .formatted(String.join(", ", figures.stream().sorted().toList())));
            }
        }
        return says.text();
    }
}
