package org.communitysolutions.volunteering.volunteer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.util.UUID;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;

/** Replaces who a volunteer is and how to reach them. No event tells of it: none carries these. */
@ApplicationScoped
public class ChangeVolunteerDetails {

    private final Transactions transactions;
    private final Volunteers volunteers;
    private final HouseholdsHelped helped;

    ChangeVolunteerDetails(Transactions transactions, Volunteers volunteers, HouseholdsHelped helped) {
        this.transactions = transactions;
        this.volunteers = volunteers;
        this.helped = helped;
    }

    /**
     * The change.
     *
     * @param version the version that it is based on
     */
    public record Change(UUID id, long version, VolunteerDetails details) {}

    /**
     * Replaces the details.
     *
     * @throws NoSuchVolunteer (through the Uni) if there is none
     * @throws MatchedWithThatHousehold (through the Uni) if a household that they help would become their own
     * @throws OptimisticLockException (through the Uni) if they have changed since that version
     */
    public Uni<Volunteer> handle(Caller caller, Change change) {
        return transactions.run(caller, session -> volunteers
                .hold(session, change.id())
                .invoke(volunteer -> {
                    if (volunteer.version() != change.version()) {
                        throw new OptimisticLockException();
                    }
                })
                .chain(() -> helpsOwnHousehold(session, change))
                .chain(helps -> helps
                        ? Uni.createFrom().failure(new MatchedWithThatHousehold())
                        : volunteers.replaceDetails(session, change.id(), change.details())));
    }

    private Uni<Boolean> helpsOwnHousehold(Mutiny.Session session, Change change) {
        return change.details()
                .householdId()
                .map(household -> helped.includes(session, change.id(), household))
                .orElseGet(() -> Uni.createFrom().item(false));
    }
}
