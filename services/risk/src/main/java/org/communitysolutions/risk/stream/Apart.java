package org.communitysolutions.risk.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.communitysolutions.risk.links.HouseholdLink;
import org.communitysolutions.risk.links.HouseholdLinks;

/** What of a batch concerns households that are linked, or that the batch itself links. */
final class Apart {

    private final HouseholdLinks links;
    private final Set<UUID> named = new HashSet<>(0);
    private final List<ArrivedEvent> events = new ArrayList<>(0);
    private final Set<UUID> households = new TreeSet<>();
    private final Map<UUID, Household> anew = new HashMap<>(0);

    Apart(HouseholdLinks links) {
        this.links = links;
    }

    /** Sees which households an arrival links, before any event of its batch is planned. */
    void name(Arrival arrival) {
        if (arrival instanceof ArrivedEvent event && event.tellsOfLinks()) {
            named.add(event.household().orElseThrow());
            event.links().forEach(link -> named.addAll(List.of(link.household(), link.into())));
        }
    }

    boolean isFor(UUID household) {
        return links.concern(household) || named.contains(household);
    }

    void add(ArrivedEvent event) {
        events.add(event);
        households.add(event.household().orElseThrow());
    }

    void wake(UUID household) {
        households.add(household);
    }

    /** One whose histories were packed anew. */
    void rebuild(Household household) {
        wake(household.id());
        anew.put(household.id(), household);
    }

    /** Those that take the place of what the database has. */
    Map<UUID, Household> anew() {
        return anew;
    }

    boolean isEmpty() {
        return households.isEmpty();
    }

    /** In the order in which they came. */
    List<ArrivedEvent> events() {
        return events;
    }

    /** What they tell of links themselves. */
    List<HouseholdLink> told() {
        return events.stream()
                .filter(ArrivedEvent::tellsOfLinks)
                .flatMap(event -> event.links().stream())
                .toList();
    }

    /** Those that something came for, or whose time has come. */
    Set<UUID> households() {
        return households;
    }
}
