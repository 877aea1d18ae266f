package org.communitysolutions.risk.rules.loading;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.communitysolutions.risk.rules.EventPattern;
import org.communitysolutions.risk.rules.FieldType;
import org.communitysolutions.risk.rules.KnownEvent;
import org.communitysolutions.risk.rules.Vocabulary;

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
        String type = type(mapping.at(key));
        Map<String, EventPattern.Test> where = new LinkedHashMap<>();
        mapping.find("where").ifPresent(tests -> tests.fields()
                .forEach((field, test) -> where.put(field, test(test, fieldType(test, field, type)))));
        return new EventPattern(type, Map.copyOf(where));
    }

    KnownEvent known(EventPattern pattern) {
        return vocabulary.event(pattern.type()).orElseThrow();
    }

    /** The name of a field of these events that holds one of the wanted types. */
    String field(Entry entry, EventPattern pattern, FieldType... wanted) {
        String field = entry.text();
        FieldType type = fieldType(entry, field, pattern.type());
        if (!Set.of(wanted).contains(type)) {
            throw entry.refuse(
                    "a field of %s that holds one of %s".formatted(pattern.type(), new TreeSet<>(Set.of(wanted))));
        }
        return field;
    }

    private String type(Entry entry) {
        String type = entry.text();
        if (vocabulary.event(type).isEmpty()) {
            throw entry.refuse("an event of the vocabulary, such as intake.need-identified.v1");
        }
        return type;
    }

    private FieldType fieldType(Entry entry, String field, String type) {
        KnownEvent known = vocabulary.event(type).orElseThrow();
        int place = known.place(field);
        if (place < 0) {
            throw entry.refuse("a field of %s: %s"
                    .formatted(
                            type,
                            known.fields().stream()
                                    .map(KnownEvent.Field::name)
                                    .sorted()
                                    .collect(Collectors.joining(", "))));
        }
        return known.fields().get(place).type();
    }

    private static EventPattern.Test test(Entry entry, FieldType type) {
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

    private static Set<String> values(Entry list, FieldType type) {
        Set<String> values = new LinkedHashSet<>();
        for (Entry value : list.items()) {
            values.add(value(value, type));
        }
        if (values.isEmpty()) {
            throw list.refuse("at least one value");
        }
        return Set.copyOf(values);
    }

    private static String value(Entry value, FieldType type) {
        return switch (type) {
            case TEXT -> value.text();
            case NUMBER -> Long.toString(value.whole(Long.MIN_VALUE, Long.MAX_VALUE));
            case DATE -> value.date().toString();
            case FLAG -> value.oneOf(Set.of("true", "false"));
            case LIST -> throw value.refuse("a test of a field that is no list");
        };
    }
}
