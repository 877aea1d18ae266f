package org.communitysolutions.risk.rules.loading;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.rules.Vocabulary;

/** Reads the words that factors and rules may use. */
final class VocabularyFile {

    private VocabularyFile() {}

    static Vocabulary read(Entry file) {
        file.fields("teams", "restricted-teams", "events");
        Set<String> teams = codes(file.at("teams"));
        Set<String> restricted = new LinkedHashSet<>();
        file.at("restricted-teams").items().forEach(team -> restricted.add(team.oneOf(teams)));
        Map<String, Vocabulary.KnownEvent> events = new LinkedHashMap<>();
        file.at("events").fields().forEach((type, event) -> events.put(type, event(event)));
        return new Vocabulary(Map.copyOf(events), Set.copyOf(teams), Set.copyOf(restricted));
    }

    private static Vocabulary.KnownEvent event(Entry entry) {
        entry.fields("title", "sensitivity", "fields");
        Map<String, Vocabulary.FieldType> fields = new LinkedHashMap<>();
        entry.at("fields")
                .fields()
                .forEach((name, type) -> fields.put(name, type.constant(Vocabulary.FieldType.class)));
        Clearance clearance = entry.find("sensitivity")
                .map(value -> value.constant(Clearance.class))
                .orElse(Clearance.STANDARD);
        return new Vocabulary.KnownEvent(entry.at("title").text(), clearance, Map.copyOf(fields));
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
