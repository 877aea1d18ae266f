package org.communitysolutions.intake.household;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.communitysolutions.intake.Refusal;
import org.communitysolutions.intake.household.persistence.HouseholdRows;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Which records point to another, as merged into it. A pointer moves nothing, so that taking it away brings back exactly
 * what was there. As only a record that points nowhere can be pointed to, or come to point, there are no circles.
 */
@ApplicationScoped
public class HouseholdPointers {

    private final HouseholdRows households;

    HouseholdPointers(HouseholdRows households) {
        this.households = households;
    }

    /** Lets one merge or reversal at a time at the registry, until its transaction ends. To be called before any look. */
    public Uni<Void> lock(Mutiny.Session session) {
        return households.lockMerges(session);
    }

    /**
     * Completes if the records can be merged into that one.
     *
     * @throws Refusal (through the Uni) if one of them is not there, or is merged already
     */
    public Uni<Void> requireOpen(Mutiny.Session session, UUID into, List<UUID> merged) {
        Set<UUID> ids = new TreeSet<>(merged);
        ids.add(into);
        return households
                .all(session, ids)
                .invoke(known -> {
                    if (!known.containsKey(into)) {
                        throw Refusal.absent("household");
                    }
                    requireAll(known, ids);
                })
                .replaceWithVoid();
    }

    private static void requireAll(Map<UUID, Household> known, Set<UUID> ids) {
        if (!known.keySet().containsAll(ids)) {
            throw Refusal.unknown("household");
        }
        known.values().forEach(KnownHouseholds::open);
    }

    /** Lets the records point to that one. */
    public Uni<Void> point(Mutiny.Session session, List<UUID> merged, UUID into) {
        return households.point(session, merged, Optional.of(into));
    }

    /** Takes the pointers of the records away. */
    public Uni<Void> release(Mutiny.Session session, List<UUID> merged) {
        return households.point(session, merged, Optional.empty());
    }
}
