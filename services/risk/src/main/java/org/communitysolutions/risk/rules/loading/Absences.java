package org.communitysolutions.risk.rules.loading;

import java.util.ArrayList;
import java.util.List;
import org.communitysolutions.risk.rules.Absence;
import org.communitysolutions.risk.rules.Condition;
import org.communitysolutions.risk.rules.EventField;
import org.communitysolutions.risk.rules.EventPattern;
import org.communitysolutions.risk.rules.FieldType;

/** Reads what must not stay away: the answers to an event, and until when. */
final class Absences {

    private final Conditions conditions;
    private final Patterns patterns;

    Absences(Conditions conditions, Patterns patterns) {
        this.conditions = conditions;
        this.patterns = patterns;
    }

    Condition read(Entry entry) {
        entry.fields("as", "says", "since", "where", "none-of", "within-days", "by", "days-before", "days-after");
        EventPattern since = conditions.events(entry, "since");
        List<Absence.Answer> answers = new ArrayList<>();
        for (Entry answer : entry.at("none-of").items()) {
            answers.add(answer(answer, since));
        }
        if (answers.isEmpty()) {
            throw entry.at("none-of").refuse("at least one event");
        }
        return new Absence(since, List.copyOf(answers), by(entry, since), Conditions.says(entry, "since", "deadline"));
    }

    private Absence.Answer answer(Entry entry, EventPattern since) {
        entry.fields("event", "where", "same");
        EventPattern events = conditions.events(entry, "event");
        if (patterns.isAwaited(events) && !patterns.isAwaited(since)) {
            throw entry.at("event")
                    .refuse("an event that some service publishes, as %s happens already and none could answer it"
                            .formatted(since.type()));
        }
        List<EventField> asked = new ArrayList<>();
        List<EventField> told = new ArrayList<>();
        for (Entry field : entry.find("same").map(Entry::items).orElse(List.of())) {
            asked.add(patterns.field(field, since, FieldType.TEXT, FieldType.NUMBER));
            told.add(patterns.field(field, events, FieldType.TEXT, FieldType.NUMBER));
        }
        return new Absence.Answer(events, List.copyOf(asked), List.copyOf(told));
    }

    private Absence.By by(Entry entry, EventPattern since) {
        boolean dated = entry.find("by").isPresent();
        boolean shifted = entry.find("days-before").isPresent()
                || entry.find("days-after").isPresent();
        boolean both = entry.find("days-before").isPresent()
                && entry.find("days-after").isPresent();
        if (dated == entry.find("within-days").isPresent() || both || (shifted && !dated)) {
            throw entry.refuse("'within-days', or 'by' a date with 'days-before' or 'days-after'");
        }
        if (!dated) {
            return new Absence.DaysAfter(entry.at("within-days").whole(1, Conditions.LONGEST_WINDOW));
        }
        EventField date = patterns.field(entry.at("by"), since, FieldType.DATE);
        int before = entry.find("days-before").map(Absences::days).orElse(0);
        int after = entry.find("days-after").map(Absences::days).orElse(0);
        return new Absence.DayOf(date, after - before);
    }

    private static int days(Entry entry) {
        return entry.whole(1, Conditions.LONGEST_WINDOW);
    }
}
