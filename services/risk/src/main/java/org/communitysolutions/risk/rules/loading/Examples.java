package org.communitysolutions.risk.rules.loading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.communitysolutions.risk.rules.Evaluator;
import org.communitysolutions.risk.rules.EventField;
import org.communitysolutions.risk.rules.KnownEvent;
import org.communitysolutions.risk.rules.PastEvent;
import org.communitysolutions.risk.rules.Rule;

/** Works the examples of a rules file out with its rules: an edition that does not do what its examples say is refused. */
final class Examples {

    private static final UUID HOUSEHOLD = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final int MOST_TASKS = 100;

    private final Patterns patterns;
    private final Evaluator evaluator;

    Examples(Patterns patterns, Evaluator evaluator) {
        this.patterns = patterns;
        this.evaluator = evaluator;
    }

    /**
     * Works out all examples of the file.
     *
     * @throws RulesRefused with each that comes out otherwise, and each rule without one that asks for a task and one
     *     that does not
     */
    void check(Entry file) {
        Refusals refusals = new Refusals();
        for (Entry rule : file.at("rules").items()) {
            Rule read = evaluator.book().rules().stream()
                    .filter(candidate -> candidate.id().equals(rule.at("id").text()))
                    .findFirst()
                    .orElseThrow();
            refusals.reading(() -> check(rule.at("examples"), read, refusals));
        }
        refusals.raise();
    }

    private int check(Entry examples, Rule rule, Refusals refusals) {
        Set<Boolean> asked = new LinkedHashSet<>();
        int refused = 0;
        for (Entry example : examples.items()) {
            Optional<Long> tasks = refusals.reading(() -> workOut(example, rule));
            tasks.ifPresent(count -> asked.add(count > 0));
            refused += tasks.isPresent() ? 0 : 1;
        }
        if (asked.size() < 2 && refused == 0) {
            throw examples.refuse("an example that asks for a task, and one that does not");
        }
        return asked.size();
    }

    private long workOut(Entry example, Rule rule) {
        example.fields("name", "events", "until", "asks");
        List<PastEvent> events = new ArrayList<>();
        for (Entry event : example.at("events").items()) {
            events.add(event(event, events.size()));
        }
        Instant until = example.find("until")
                .map(day -> start(day.date().plusDays(1)).minusNanos(1))
                .orElse(Instant.EPOCH);
        long standing = evaluator.evaluate(HOUSEHOLD, rule.clearance(), events, until).stream()
                .flatMap(state -> state.tasks().stream())
                .filter(task -> task.rule().equals(rule.id()) && task.stands())
                .count();
        if (standing != asks(example.at("asks"))) {
            throw example.at("asks")
                    .refuse("%d, the tasks of %s that stand at the end of '%s'"
                            .formatted(standing, rule.id(), example.at("name").text()));
        }
        return standing;
    }

    private static long asks(Entry entry) {
        return switch (entry.text()) {
            case "yes", "true" -> 1;
            case "no", "false" -> 0;
            default -> entry.whole(0, MOST_TASKS);
        };
    }

    /** An event of that day, written down when it happened; of those of one day the first in the file is the first. */
    private PastEvent event(Entry entry, int place) {
        KnownEvent kind = patterns.kind(entry.at("event"));
        Object[] values = new Object[kind.fields().size()];
        for (Map.Entry<String, Entry> field : entry.fields().entrySet()) {
            if (!Set.of("at", "event").contains(field.getKey())) {
                EventField known = Patterns.field(field.getValue(), field.getKey(), kind);
                values[known.place()] = Patterns.value(field.getValue(), Patterns.type(known, kind));
            }
        }
        Instant at = start(entry.at("at").date());
        UUID id = new UUID(at.toEpochMilli() << 16 | 0x7000 | place, Long.MIN_VALUE);
        return new PastEvent(id, kind, at, kind.clearance().isRestricted(), values);
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(evaluator.book().zone()).toInstant();
    }
}
