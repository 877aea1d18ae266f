package org.communitysolutions.volunteering.clearance;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.communitysolutions.volunteering.clearance.domain.Cleared;
import org.communitysolutions.volunteering.clearance.domain.Renewal;
import org.communitysolutions.volunteering.clearance.domain.Role;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tells whoever makes matches what a volunteer's checks let them do. */
@ApplicationScoped
public class Clearances {

    private final Roles roles;
    private final Checks checks;
    private final Renewal renewal;

    Clearances(Roles roles, Checks checks, Renewal renewal) {
        this.roles = roles;
        this.checks = checks;
        this.renewal = renewal;
    }

    /** Whether the volunteer can take up the role of that code on that day. */
    public Uni<Fitness> fitness(Mutiny.Session session, UUID volunteer, String role, LocalDate on) {
        return roles.ofCode(session, role)
                .chain(found -> found.isPresent()
                        ? checks.ofVolunteer(session, volunteer).map(all -> fitness(all, found.get(), on))
                        : Uni.createFrom().item(Fitness.NO_SUCH_ROLE));
    }

    private Fitness fitness(List<KeptCheck> checks, Role role, LocalDate on) {
        List<Cleared> cleared = checks.stream()
                .map(KeptCheck::state)
                .filter(Cleared.class::isInstance)
                .map(Cleared.class::cast)
                .toList();
        if (cleared.isEmpty()) {
            return Fitness.NOT_CLEARED;
        }
        return cleared.stream().anyMatch(check -> check.fits(role, on, renewal))
                ? Fitness.FITTING
                : Fitness.NO_FITTING_CHECK;
    }
}
