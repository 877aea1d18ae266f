package org.communitysolutions.debtadvice.household;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.communitysolutions.debtadvice.household.persistence.HouseholdRows;
import org.hibernate.reactive.mutiny.Mutiny;

/** The households that intake has told of: this service's own small copy of the registry. */
@ApplicationScoped
public class Households {

    private final HouseholdRows rows;

    Households(HouseholdRows rows) {
        this.rows = rows;
    }

    /**
     * A household as far as it matters here.
     *
     * @param uprn its home, if it has one that is known
     * @param registeredOn when it was registered
     */
    public record Known(UUID id, Optional<String> uprn, LocalDate registeredOn) {}

    /** Keeps households, each once. */
    public Uni<Void> note(Mutiny.Session session, List<Known> households) {
        return rows.add(session, households);
    }

    /** The household that was last registered at each of these homes; homes without one are left out. */
    public Uni<Map<String, UUID>> livingAt(Mutiny.Session session, Set<String> uprns) {
        return uprns.isEmpty() ? Uni.createFrom().item(Map.of()) : rows.latestAt(session, uprns);
    }

    public Uni<Boolean> isKnown(Mutiny.Session session, UUID household) {
        return rows.exists(session, household);
    }
}
