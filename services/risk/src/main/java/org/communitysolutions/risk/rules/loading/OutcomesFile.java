package org.communitysolutions.risk.rules.loading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.communitysolutions.risk.rules.EventPattern;
import org.communitysolutions.risk.rules.Outcome;
import org.communitysolutions.risk.rules.Outcomes;
import org.communitysolutions.risk.rules.Vocabulary;

/** Reads which events are outcomes. */
final class OutcomesFile {

    private OutcomesFile() {}

    static Outcomes read(Entry file, Vocabulary vocabulary) {
        file.fields("version", "effective-from", "source", "known-by", "outcomes");
        Set<String> knownBy = new LinkedHashSet<>();
        file.at("known-by")
                .items()
                .forEach(work -> knownBy.add(work.oneOf(vocabulary.work().keySet())));
        Patterns patterns = new Patterns(vocabulary);
        List<Outcome> outcomes = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (Entry entry : file.at("outcomes").items()) {
            entry.fields("code", "name", "events");
            Outcome outcome =
                    new Outcome(entry.at("code").code(), entry.at("name").text(), events(entry.at("events"), patterns));
            if (!codes.add(outcome.code())) {
                throw entry.at("code").refuse("each code once only");
            }
            outcomes.add(outcome);
        }
        return new Outcomes(EditionHeader.read(file), outcomes, knownBy);
    }

    private static List<EventPattern> events(Entry list, Patterns patterns) {
        List<EventPattern> events = new ArrayList<>();
        for (Entry entry : list.items()) {
            entry.fields("event", "where");
            events.add(patterns.read(entry, "event"));
        }
        if (events.isEmpty()) {
            throw list.refuse("at least one event");
        }
        return events;
    }
}
