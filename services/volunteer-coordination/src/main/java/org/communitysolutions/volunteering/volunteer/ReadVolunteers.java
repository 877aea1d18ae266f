package org.communitysolutions.volunteering.volunteer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.ReadAudit;
import org.communitysolutions.shared.transactions.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;

/** Shows volunteers, and keeps who was shown to whom. */
@ApplicationScoped
public class ReadVolunteers {

    private final Transactions transactions;
    private final Volunteers volunteers;
    private final ReadAudit audit;

    ReadVolunteers(Transactions transactions, Volunteers volunteers, ReadAudit audit) {
        this.transactions = transactions;
        this.volunteers = volunteers;
        this.audit = audit;
    }

    public Uni<Optional<Volunteer>> byId(Caller caller, UUID id) {
        return transactions.run(
                caller,
                session -> volunteers.find(session, id).call(() -> audit.read(session, caller, "volunteer", id)));
    }

    /**
     * Volunteers by id, those to show and one more, which tells that another page follows.
     *
     * @param shown how many are shown at most; each of them is a read of a person
     */
    public Uni<List<Volunteer>> list(Caller caller, Optional<UUID> after, int shown) {
        return transactions.run(caller, session -> volunteers
                .list(session, after, shown + 1)
                .call(found -> audit(session, caller, found.subList(0, Math.min(shown, found.size())))));
    }

    private Uni<Void> audit(Mutiny.Session session, Caller caller, List<Volunteer> shown) {
        Uni<Void> kept = Uni.createFrom().voidItem();
        for (Volunteer volunteer : shown) {
            kept = kept.chain(() -> audit.read(session, caller, "volunteer", volunteer.id()));
        }
        return kept;
    }
}
