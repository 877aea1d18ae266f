package org.communitysolutions.intake.household;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.Refusal;
import org.communitysolutions.intake.household.persistence.HouseholdRows;
import org.hibernate.reactive.mutiny.Mutiny;

/** Whether a household is registered, for a feature that keeps something about it. */
@ApplicationScoped
public class KnownHouseholds {

    private final HouseholdRows households;

    KnownHouseholds(HouseholdRows households) {
        this.households = households;
    }

    /** The household of that id, if there is one. */
    public Uni<Optional<Household>> find(Mutiny.Session session, UUID id) {
        return households.find(session, id);
    }

    /**
     * The household that the address names.
     *
     * @throws Refusal (through the Uni) if there is none
     */
    public Uni<Household> addressed(Mutiny.Session session, UUID id) {
        return find(session, id).map(found -> found.orElseThrow(() -> Refusal.absent("household")));
    }

    /**
     * Completes if there is the household that the body names, or if it names none.
     *
     * @throws Refusal (through the Uni) if there is not
     */
    public Uni<Void> require(Mutiny.Session session, UUID idOrNull) {
        return idOrNull == null
                ? Uni.createFrom().voidItem()
                : find(session, idOrNull)
                        .map(found -> found.orElseThrow(() -> Refusal.unknown("household")))
                        .replaceWithVoid();
    }
}
