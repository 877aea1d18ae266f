package org.communitysolutions.risk.rules.loading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.rules.FieldType;
import org.communitysolutions.risk.rules.KnownEvent;
import org.communitysolutions.risk.rules.Vocabulary;

/** Reads the words that factors and rules may use. */
final class VocabularyFile {

    private VocabularyFile() {}

    static Vocabulary read(Entry file) {
        file.fields("teams", "restricted-teams", "events");
        Set<String> teams = codes(file.at("teams"));
        Set<String> restricted = new LinkedHashSet<>();
        file.at("restricted-teams").items().forEach(team -> restricted.add(team.oneOf(teams)));
        List<KnownEvent> events = new ArrayList<>();
        file.at("events").fields().forEach((type, event) -> events.add(event(type, event)));
        return new Vocabulary(events, teams, restricted);
    }

    private static KnownEvent event(String type, Entry entry) {
        entry.fields("title", "sensitivity", "fields");
        List<KnownEvent.Field> fields = new ArrayList<>();
        entry.at("fields")
                .fields()
                .forEach((name, holds) -> fields.add(new KnownEvent.Field(name, holds.constant(FieldType.class))));
        Clearance clearance = entry.find("sensitivity")
                .map(value -> value.constant(Clearance.class))
                .orElse(Clearance.STANDARD);
        return new KnownEvent(type, entry.at("title").text(), clearance, fields);
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
