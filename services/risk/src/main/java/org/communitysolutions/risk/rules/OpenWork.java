package org.communitysolutions.risk.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A piece of work with a household that somebody has begun and nobody has ended.
 *
 * @param kind as the vocabulary names it: {@code debt-case}
 * @param id what its own service knows it by
 * @param since when it was opened first
 * @param latest the last event that opened it or told more of it
 */
public record OpenWork(String kind, String id, Instant since, PastEvent latest) {

    /** All open work in every service, by kind as the vocabulary lists them. */
    public static List<OpenWork> of(Vocabulary vocabulary, Collection<PastEvent> happened) {
        List<OpenWork> open = new ArrayList<>();
        for (WorkKind kind : vocabulary.work().values()) {
            Map<String, OpenWork> pieces = new LinkedHashMap<>();
            for (PastEvent event : new TreeSet<>(happened)) {
                for (WorkKind.Step step : kind.opens()) {
                    if (step.on().matches(event)) {
                        String id = Signal.strand(step.each(), event);
                        OpenWork known = pieces.get(id);
                        Instant since = known == null ? event.occurredAt() : known.since();
                        pieces.put(id, new OpenWork(kind.code(), id, since, event));
                    }
                }
                for (WorkKind.Step step : kind.closes()) {
                    if (step.on().matches(event)) {
                        pieces.remove(Signal.strand(step.each(), event));
                    }
                }
            }
            open.addAll(pieces.values());
        }
        return open;
    }
}
