package org.communitysolutions.risk.links;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.communitysolutions.risk.rules.HouseholdFacts;
import org.communitysolutions.risk.rules.Joined;
import org.communitysolutions.risk.rules.PastEvent;

/**
 * What the households that are merged into one add to its history: all that happened to them, and not what was said of
 * their tenure, ward and size. That is said of the surviving one by itself, and two accounts of the same people would be
 * counted twice.
 *
 * @param events in no order
 * @param joined the same events, and where they come from
 */
public record JointHistory(List<PastEvent> events, Joined joined) {

    /** Of a household that no other is merged into. */
    public static final JointHistory NONE = new JointHistory(List.of(), Joined.NOTHING);

    /**
     * What is added to a household's own events.
     *
     * @param merged the events of households that are merged into it, each told under its own id
     */
    public static JointHistory of(HouseholdLinks links, UUID into, Map<UUID, List<PastEvent>> merged) {
        if (merged.isEmpty()) {
            return NONE;
        }
        List<PastEvent> events = new ArrayList<>();
        Map<UUID, Joined.From> from = new HashMap<>();
        merged.forEach((household, history) -> {
            Instant decided = links.decidedAt(household, into);
            for (PastEvent event : history) {
                if (!HouseholdFacts.isToldBy(event)) {
                    events.add(event);
                    from.put(event.id(), new Joined.From(household, decided));
                }
            }
        });
        return new JointHistory(events, new Joined(Map.copyOf(from), List.copyOf(merged.keySet())));
    }

    /** Those of the events that are restricted, or those that are not. */
    public List<PastEvent> events(boolean restricted) {
        return events.stream().filter(event -> event.restricted() == restricted).toList();
    }
}
