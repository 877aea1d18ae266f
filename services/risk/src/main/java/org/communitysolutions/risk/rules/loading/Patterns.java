package org.communitysolutions.risk.rules.loading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.communitysolutions.risk.rules.EventField;
import org.communitysolutions.risk.rules.EventPattern;
import org.communitysolutions.risk.rules.FieldType;
import org.communitysolutions.risk.rules.KnownEvent;
import org.communitysolutions.risk.rules.Vocabulary;
import org.communitysolutions.risk.rules.WorkKind;

/** Reads which events are meant, and holds it against what is known of them. */
final class Patterns {

    private final Vocabulary vocabulary;

    Patterns(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * Reads the event that {@code key} of the mapping names and the tests under its {@code where}.
     *
     * @throws RulesRefused if the event, a field or a value is not one there is
     */
    EventPattern read(Entry mapping, String key) {
        KnownEvent kind = kind(mapping.at(key));
        return new EventPattern(kind, tests(mapping, kind));
    }

    private static List<EventPattern.FieldTest> tests(Entry mapping, KnownEvent kind) {
        List<EventPattern.FieldTest> tests = new ArrayList<>();
        Optional<Entry> where = mapping.find("where");
        if (where.isPresent()) {
            for (Map.Entry<String, Entry> test : where.get().fields().entrySet()) {
                EventField field = field(test.getValue(), test.getKey(), kind);
                tests.add(new EventPattern.FieldTest(field, test(test.getValue(), type(field, kind))));
            }
        }
        return List.copyOf(tests);
    }

    /** The pattern with the mapping's {@code where} besides its own; empty if its events lack one of the fields. */
    Optional<EventPattern> narrowed(Entry mapping, EventPattern pattern) {
        boolean hasAll = mapping.find("where").map(Entry::fields).orElse(Map.of()).keySet().stream()
                .allMatch(field -> pattern.kind().place(field) >= 0);
        if (!hasAll) {
            return Optional.empty();
        }
        List<EventPattern.FieldTest> tests = new ArrayList<>(pattern.where());
        tests.addAll(tests(mapping, pattern.kind()));
        return Optional.of(new EventPattern(pattern.kind(), List.copyOf(tests)));
    }

    /** The fields of these events that a list names. */
    List<EventField> fields(Entry list, EventPattern pattern, FieldType... wanted) {
        return list.items().stream().map(field -> field(field, pattern, wanted)).toList();
    }

    /** A field of these events that holds one of the wanted types. */
    EventField field(Entry entry, EventPattern pattern, FieldType... wanted) {
        EventField field = field(entry, entry.text(), pattern.kind());
        if (!Set.of(wanted).contains(type(field, pattern.kind()))) {
            throw entry.refuse(
                    "a field of %s that holds one of %s".formatted(pattern.type(), new TreeSet<>(Set.of(wanted))));
        }
        return field;
    }

    KnownEvent kind(Entry entry) {
        return vocabulary
                .event(entry.text())
                .orElseThrow(() -> entry.refuse("an event of the vocabulary, such as intake.need-identified.v1"));
    }

    WorkKind work(Entry entry) {
        return vocabulary.work().get(entry.oneOf(vocabulary.work().keySet()));
    }

    boolean isAwaited(EventPattern pattern) {
        return vocabulary.isAwaited(pattern.kind());
    }

    static FieldType type(EventField field, KnownEvent kind) {
        return kind.fields().get(field.place()).type();
    }

    static EventField field(Entry entry, String name, KnownEvent kind) {
        int place = kind.place(name);
        if (place < 0) {
            throw entry.refuse("a field of %s: %s"
                    .formatted(
                            kind.type(),
                            kind.fields().stream()
                                    .map(KnownEvent.Field::name)
                                    .sorted()
                                    .collect(Collectors.joining(", "))));
        }
        return new EventField(name, place);
    }

    static EventPattern.Test test(Entry entry, FieldType type) {
        if (entry.isList()) {
            return new EventPattern.OneOf(values(entry, type));
        }
        Map<String, Entry> test = entry.fields("not", "from", "below");
        if (test.containsKey("not")) {
            return new EventPattern.NoneOf(values(test.get("not"), type));
        }
        if (type != FieldType.NUMBER || test.isEmpty()) {
            throw entry.refuse(
                    "a list of values, or 'not' with one" + (type == FieldType.NUMBER ? ", 'from' or 'below'" : ""));
        }
        long from = test.containsKey("from") ? test.get("from").whole(Long.MIN_VALUE, Long.MAX_VALUE) : Long.MIN_VALUE;
        long below =
                test.containsKey("below") ? test.get("below").whole(Long.MIN_VALUE, Long.MAX_VALUE) : Long.MAX_VALUE;
        if (from >= below) {
            throw entry.refuse("'from' to be less than 'below'");
        }
        return new EventPattern.Between(from, below);
    }

    private static Set<Object> values(Entry list, FieldType type) {
        Set<Object> values = new LinkedHashSet<>();
        for (Entry value : list.items()) {
            values.add(value(value, type));
        }
        if (values.isEmpty()) {
            throw list.refuse("at least one value");
        }
        return Set.copyOf(values);
    }

    static Object value(Entry value, FieldType type) {
        return switch (type) {
            case TEXT -> value.text();
            case NUMBER -> value.whole(Long.MIN_VALUE, Long.MAX_VALUE);
            case DATE -> value.date();
            case FLAG -> Boolean.valueOf(value.oneOf(Set.of("true", "false")));
            case LIST -> throw value.refuse("a test of a field that is no list");
        };
    }
}
