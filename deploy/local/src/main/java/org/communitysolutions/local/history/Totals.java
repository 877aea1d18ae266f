package org.communitysolutions.local.history;

import java.util.EnumMap;
import java.util.Map;

/** What a history comes to. */
public final class Totals {

    private long events;
    private int combination;
    private int known;
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);

    void addEvents(int more) {
        events += more;
    }

    void add(Truth truth) {
        if (truth.holdsCombination()) {
            combination++;
            known += truth.known() ? 1 : 0;
        }
        outcomes.merge(truth.outcome(), 1, Integer::sum);
    }

    public long events() {
        return events;
    }

    /** Households that hold the combination at the end. */
    public int combination() {
        return combination;
    }

    /** Those of them with whom somebody works. */
    public int known() {
        return known;
    }

    /** Households whose first outcome this is. */
    public int met(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    /** Households that met an outcome. */
    public int met() {
        return outcomes.entrySet().stream()
                .filter(outcome -> outcome.getKey() != Outcome.NONE)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** As JSON, with the settings that it came of. */
    String json(History history) {
        StringBuilder met = new StringBuilder();
        for (Outcome outcome : Outcome.values()) {
            met.append(met.isEmpty() ? "" : ", ").append("\"%s\": %d".formatted(outcome.code(), met(outcome)));
        }
        return """
                {
                  "seed": %d,
                  "households": %d,
                  "until": "%s",
                  "months": %d,
                  "events": %d,
                  "combination": {"households": %d, "known": %d, "unknown": %d},
                  "outcomes": {%s}
                }
                """.formatted(
                        history.seed(),
                        history.households(),
                        history.last(),
                        history.months(),
                        events,
                        combination,
                        known,
                        combination - known,
                        met);
    }
}
