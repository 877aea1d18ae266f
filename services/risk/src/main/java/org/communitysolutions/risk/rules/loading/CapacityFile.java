package org.communitysolutions.risk.rules.loading;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.communitysolutions.risk.rules.TeamCapacity;
import org.communitysolutions.risk.rules.Vocabulary;

/** Reads how many tasks each team can take on. */
final class CapacityFile {

    private static final int MOST_TASKS = 100_000;

    private CapacityFile() {}

    static TeamCapacity read(Entry file, Vocabulary vocabulary) {
        file.fields("version", "effective-from", "source", "tasks-a-week");
        Entry teams = file.at("tasks-a-week");
        Map<String, Integer> tasks = new LinkedHashMap<>();
        teams.fields(vocabulary.teams().toArray(String[]::new))
                .forEach((team, most) -> tasks.put(team, most.whole(0, MOST_TASKS)));
        Set<String> missing = new TreeSet<>(vocabulary.teams());
        missing.removeAll(tasks.keySet());
        if (!missing.isEmpty()) {
            throw teams.refuse("a number for each team, also for " + String.join(", ", missing));
        }
        return new TeamCapacity(EditionHeader.read(file), tasks);
    }
}
