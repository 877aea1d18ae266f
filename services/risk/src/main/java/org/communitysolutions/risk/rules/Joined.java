package org.communitysolutions.risk.rules;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What of a history was told of other households, which were merged into this one since.
 *
 * @param events by the event's id; none that is not in the history
 * @param households those others
 */
public record Joined(Map<UUID, From> events, List<UUID> households) {

    public static final Joined NOTHING = new Joined(Map.of(), List.of());

    /**
     * Where an event comes from.
     *
     * @param household the one that it was told of
     * @param learnt when it was decided that this is the same household: before, nobody could have known
     */
    public record From(UUID household, Instant learnt) {}

    boolean has(PastEvent event) {
        return events.containsKey(event.id());
    }

    /** When the council could know that the event belongs here; {@link Instant#MIN} if it was told so. */
    public Instant learnt(UUID event) {
        From from = events.get(event);
        return from == null ? Instant.MIN : from.learnt();
    }
}
