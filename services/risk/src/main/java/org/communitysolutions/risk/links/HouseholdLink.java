package org.communitysolutions.risk.links;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.communitysolutions.risk.rules.PastEvent;
import org.communitysolutions.shared.messaging.MalformedEvent;

/**
 * What one event says of where a household's history counts. Ordered by when it happened, as all events are.
 *
 * @param event the event that tells it
 * @param household the one that was merged, or is on its own again
 * @param into the one that goes on
 * @param merges whether it counts to the other from then on, or no longer
 * @param occurredAt when a person decided so
 */
public record HouseholdLink(UUID event, UUID household, UUID into, boolean merges, Instant occurredAt)
        implements Comparable<HouseholdLink> {

    private static final String MERGED = "intake.households-merged.v1";
    private static final Set<String> TOLD_BY = Set.of(MERGED, "intake.households-unmerged.v1");

    private static final Comparator<HouseholdLink> ORDER = Comparator.comparing(HouseholdLink::occurredAt)
            .thenComparing(HouseholdLink::event)
            .thenComparing(HouseholdLink::household);

    /** Whether events of that type tell of links. */
    public static boolean isToldBy(String type) {
        return TOLD_BY.contains(type);
    }

    /**
     * What a merge or its reversal says of each household that it names.
     *
     * @throws MalformedEvent if it names one by something that is no id, or one as merged into itself
     */
    public static List<HouseholdLink> of(PastEvent event) {
        UUID into = id(event, event.text("into").orElse(""));
        List<HouseholdLink> links = new ArrayList<>();
        for (String name : event.texts("merged")) {
            UUID merged = id(event, name);
            if (merged.equals(into)) {
                throw new MalformedEvent(event.type() + " names a household as merged into itself");
            }
            links.add(new HouseholdLink(event.id(), merged, into, event.type().equals(MERGED), event.occurredAt()));
        }
        return links;
    }

    private static UUID id(PastEvent event, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedEvent(event.type() + " names a household by something that is no id");
        }
    }

    @Override
    public int compareTo(HouseholdLink other) {
        return ORDER.compare(this, other);
    }
}
