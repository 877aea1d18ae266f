package org.communitysolutions.risk.rules.loading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.communitysolutions.risk.rules.AllOf;
import org.communitysolutions.risk.rules.AnyOf;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.rules.Condition;
import org.communitysolutions.risk.rules.EventPattern;
import org.communitysolutions.risk.rules.EventTally;
import org.communitysolutions.risk.rules.Factor;
import org.communitysolutions.risk.rules.FactorHolds;
import org.communitysolutions.risk.rules.FieldType;
import org.communitysolutions.risk.rules.HouseholdIs;
import org.communitysolutions.risk.rules.LatestEvent;
import org.communitysolutions.risk.rules.Not;
import org.communitysolutions.risk.rules.Sentence;
import org.communitysolutions.risk.rules.Sequence;
import org.communitysolutions.risk.rules.Trend;
import org.communitysolutions.risk.rules.WorkIsOpen;
import org.communitysolutions.risk.rules.WorkKind;

/** Reads the conditions of one rule. */
final class Conditions {

    static final int LONGEST_WINDOW = 3653;

    private static final String[] COUNT = {
        "as", "says", "count", "where", "distinct", "dated", "at-least", "within-days", "after", "before"
    };
    private static final String[] SUM = {
        "as", "says", "sum", "of", "where", "distinct", "dated", "at-least", "within-days", "after", "before"
    };

    /** Reads a condition of one form. */
    private interface Form {
        Condition read(Entry entry);
    }

    private final Patterns patterns;
    private final Map<String, Factor> factors;
    private final Clearance rule;
    private final Map<String, Form> forms = new LinkedHashMap<>();

    Conditions(Patterns patterns, Map<String, Factor> factors, Clearance rule) {
        this.patterns = patterns;
        this.factors = factors;
        this.rule = rule;
        forms.put("factor", this::factorHolds);
        forms.put("count", entry -> tally(entry, "count"));
        forms.put("sum", entry -> tally(entry, "sum"));
        forms.put("latest", this::latest);
        forms.put("household", this::household);
        forms.put("open", this::workIsOpen);
        forms.put("since", new Absences(this, patterns)::read);
        forms.put("any", entry -> new AnyOf(nested(entry, "any")));
        forms.put("all", entry -> new AllOf(nested(entry, "all")));
        forms.put("not", this::not);
    }

    List<Condition> read(Entry list) {
        List<Condition> conditions = new ArrayList<>();
        for (Entry entry : list.items()) {
            conditions.add(condition(entry));
        }
        if (conditions.isEmpty()) {
            throw list.refuse("at least one condition");
        }
        return List.copyOf(conditions);
    }

    Condition condition(Entry entry) {
        Set<String> named = new HashSet<>(entry.fields().keySet());
        named.retainAll(forms.keySet());
        if (named.size() != 1) {
            throw entry.refuse("one condition: " + String.join(", ", forms.keySet()));
        }
        return forms.get(named.iterator().next()).read(entry);
    }

    private List<Condition> nested(Entry entry, String form) {
        entry.fields("as", form);
        return read(entry.at(form));
    }

    private Condition not(Entry entry) {
        entry.fields("not");
        return new Not(condition(entry.at("not")));
    }

    private Condition factorHolds(Entry entry) {
        entry.fields("as", "says", "factor", "trend", "at-least", "news-within-days", "since-days");
        Factor factor = factors.get(entry.at("factor").oneOf(factors.keySet()));
        if (factor.clearance().isRestricted() && !rule.isRestricted()) {
            throw entry.at("factor").refuse("a standard factor, as the rule is standard");
        }
        boolean levels =
                factor.begins().stream().anyMatch(signal -> signal.level().isPresent());
        if (entry.find("at-least").isPresent() && !levels) {
            throw entry.at("at-least").refuse("a factor with a level; %s has none".formatted(factor.code()));
        }
        Optional<Trend> trend = entry.find("trend").map(value -> value.constant(Trend.class));
        if (trend.isPresent()
                && !levels
                && factor.begins().stream().noneMatch(signal -> signal.trend().equals(trend))) {
            throw entry.at("trend").refuse("a trend that %s can have".formatted(factor.code()));
        }
        int longestNews = factor.standsForDays().orElse(LONGEST_WINDOW);
        return new FactorHolds(
                factor,
                trend,
                entry.find("at-least")
                        .map(level -> OptionalLong.of(level.whole(1L, Long.MAX_VALUE)))
                        .orElse(OptionalLong.empty()),
                days(entry, "news-within-days", longestNews),
                days(entry, "since-days", LONGEST_WINDOW),
                says(entry, "level", "since"));
    }

    private Condition tally(Entry entry, String form) {
        boolean sums = form.equals("sum");
        entry.fields(sums ? SUM : COUNT);
        EventPattern events = events(entry, form);
        return new EventTally(
                events,
                entry.find("distinct")
                        .map(list -> patterns.fields(list, events, FieldType.TEXT, FieldType.NUMBER, FieldType.DATE))
                        .orElse(List.of()),
                entry.find("dated").map(field -> patterns.field(field, events, FieldType.DATE)),
                sums ? Optional.of(patterns.field(entry.at("of"), events, FieldType.NUMBER)) : Optional.empty(),
                entry.at("at-least").whole(1L, sums ? Long.MAX_VALUE : 1000L),
                entry.at("within-days").whole(1, LONGEST_WINDOW),
                sequence(entry, events),
                sums ? says(entry, "count", "dates", "sum") : says(entry, "count", "dates"));
    }

    private Condition latest(Entry entry) {
        entry.fields("as", "says", "latest", "where", "within-days", "after", "before");
        EventPattern events = events(entry, "latest");
        return new LatestEvent(
                events, days(entry, "within-days", LONGEST_WINDOW), sequence(entry, events), says(entry, "dates"));
    }

    private Optional<Sequence> sequence(Entry entry, EventPattern events) {
        if (entry.find("after").isPresent() && entry.find("before").isPresent()) {
            throw entry.at("before").refuse("either 'after' or 'before'");
        }
        Sequence.Side side = entry.find("after").isPresent() ? Sequence.Side.AFTER : Sequence.Side.BEFORE;
        return entry.find("after").or(() -> entry.find("before")).map(other -> {
            other.fields("event", "where");
            EventPattern of = events(other, "event");
            if (of.kind().equals(events.kind()) && (of.where().isEmpty() || of.equals(events))) {
                throw other.refuse("an event that is not itself among those it is held against");
            }
            return new Sequence(side, of);
        });
    }

    private Condition household(Entry entry) {
        entry.fields("as", "says", "household");
        Entry facts = entry.at("household");
        if (facts.fields("tenure", "ward", "adults", "children").isEmpty()) {
            throw facts.refuse("at least one of adults, children, tenure, ward");
        }
        return new HouseholdIs(
                facts.find("tenure").map(test -> Patterns.test(test, FieldType.TEXT)),
                facts.find("ward").map(test -> Patterns.test(test, FieldType.TEXT)),
                facts.find("adults").map(test -> Patterns.test(test, FieldType.NUMBER)),
                facts.find("children").map(test -> Patterns.test(test, FieldType.NUMBER)),
                says(entry, "tenure", "ward", "adults", "children"));
    }

    private Condition workIsOpen(Entry entry) {
        entry.fields("as", "says", "open", "where");
        WorkKind kind = patterns.work(entry.at("open"));
        List<EventPattern> where = new ArrayList<>();
        for (WorkKind.Step step : kind.opens()) {
            where.add(patterns.narrowed(entry, step.on()).orElse(null));
        }
        if (where.stream().allMatch(pattern -> pattern == null)) {
            throw entry.at("where").refuse("fields of an event that opens a %s".formatted(kind.code()));
        }
        return new WorkIsOpen(kind, where, says(entry, "since"));
    }

    /** The events that {@code key} names, which the rule may look at. */
    EventPattern events(Entry entry, String key) {
        EventPattern events = patterns.read(entry, key);
        if (events.kind().clearance().isRestricted() && !rule.isRestricted()) {
            throw entry.at(key).refuse("a standard event, as the rule is standard");
        }
        return events;
    }

    private static OptionalInt days(Entry entry, String key, int most) {
        Optional<Entry> days = entry.find(key);
        return days.isPresent() ? OptionalInt.of(days.get().whole(1, most)) : OptionalInt.empty();
    }

    static Sentence says(Entry entry, String... figures) {
        if (entry.find("says").isEmpty()) {
            return Sentence.NOTHING;
        }
        Sentence says = new Sentence(entry.at("says").text());
        for (String gap : says.gaps()) {
            if (!Set.of(figures).contains(gap)) {
                throw entry.at("says").refuse("gaps for %s only".formatted(String.join(", ", figures)));
            }
        }
        return says;
    }
}
