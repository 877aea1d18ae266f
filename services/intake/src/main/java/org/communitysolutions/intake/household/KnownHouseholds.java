package org.communitysolutions.intake.household;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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
     * The household that the address names, to record something new about it.
     *
     * @throws Refusal (through the Uni) if there is none, or it is merged into another
     */
    public Uni<Household> addressedOpen(Mutiny.Session session, UUID id) {
        return addressed(session, id).map(KnownHouseholds::open);
    }

    /** The household and all records that are merged into it, by whatever way. */
    public Uni<List<UUID>> withMerged(Mutiny.Session session, UUID id) {
        return households.withMerged(session, id);
    }

    /**
     * The household itself, as long as new things can be recorded about it.
     *
     * @throws Refusal if it is merged into another
     */
    public static Household open(Household household) {
        if (household.mergedInto().isPresent()) {
            throw Refusal.conflict(
                    "household-merged",
                    "The household is merged into another",
                    "What is new belongs to the household that its mergedInto names.");
        }
        return household;
    }

    /**
     * Completes if there is the household that the body names, or if it names none.
     *
     * @throws Refusal (through the Uni) if there is not, or it is merged into another
     */
    public Uni<Void> require(Mutiny.Session session, UUID idOrNull) {
        return idOrNull == null
                ? Uni.createFrom().voidItem()
                : find(session, idOrNull)
                        .map(found -> open(found.orElseThrow(() -> Refusal.unknown("household"))))
                        .replaceWithVoid();
    }
}
