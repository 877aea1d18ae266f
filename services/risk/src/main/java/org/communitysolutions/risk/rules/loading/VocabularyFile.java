package org.communitysolutions.risk.rules.loading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.rules.EventPattern;
import org.communitysolutions.risk.rules.FieldType;
import org.communitysolutions.risk.rules.KnownEvent;
import org.communitysolutions.risk.rules.Vocabulary;
import org.communitysolutions.risk.rules.WorkKind;

/** Reads the words that factors and rules may use. */
final class VocabularyFile {

    private VocabularyFile() {}

    static Vocabulary read(Entry file) {
        file.fields("teams", "restricted-teams", "events", "work");
        Set<String> teams = codes(file.at("teams"));
        Set<String> restricted = new LinkedHashSet<>();
        file.at("restricted-teams").items().forEach(team -> restricted.add(team.oneOf(teams)));
        List<KnownEvent> events = new ArrayList<>();
        file.at("events").fields().forEach((type, event) -> events.add(event(type, event)));
        Set<String> awaited = new LinkedHashSet<>();
        file.at("events").fields().forEach((type, event) -> event.find("awaited")
                .filter(value -> value.oneOf(Set.of("true", "false")).equals("true"))
                .ifPresent(value -> awaited.add(type)));
        Patterns patterns = new Patterns(new Vocabulary(events, teams, restricted, awaited, List.of()));
        List<WorkKind> work = new ArrayList<>();
        file.at("work").fields().forEach((code, kind) -> work.add(work(code, kind, patterns)));
        return new Vocabulary(events, teams, restricted, awaited, work);
    }

    private static KnownEvent event(String type, Entry entry) {
        entry.fields("title", "sensitivity", "awaited", "fields");
        List<KnownEvent.Field> fields = new ArrayList<>();
        entry.at("fields")
                .fields()
                .forEach((name, holds) -> fields.add(new KnownEvent.Field(name, holds.constant(FieldType.class))));
        Clearance clearance = entry.find("sensitivity")
                .map(value -> value.constant(Clearance.class))
                .orElse(Clearance.STANDARD);
        return new KnownEvent(type, entry.at("title").text(), clearance, fields);
    }

    private static WorkKind work(String code, Entry entry, Patterns patterns) {
        entry.fields("opens", "closes");
        if (entry.at("opens").items().isEmpty()) {
            throw entry.at("opens").refuse("at least one event");
        }
        return new WorkKind(code, steps(entry.at("opens"), patterns), steps(entry.at("closes"), patterns));
    }

    private static List<WorkKind.Step> steps(Entry list, Patterns patterns) {
        List<WorkKind.Step> steps = new ArrayList<>();
        for (Entry entry : list.items()) {
            entry.fields("event", "where", "each");
            EventPattern on = patterns.read(entry, "event");
            entry.at("each");
            steps.add(new WorkKind.Step(on, Keys.read(entry, on, patterns)));
        }
        return List.copyOf(steps);
    }

    private static Set<String> codes(Entry list) {
        Set<String> codes = new LinkedHashSet<>();
        for (Entry item : list.items()) {
            if (!codes.add(item.code())) {
                throw item.refuse("each code once only");
            }
        }
        return codes;
    }
}
