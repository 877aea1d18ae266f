package org.communitysolutions.volunteering.hours;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.ReadAudit;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.volunteering.volunteer.Volunteers;

/** Shows time given, and keeps whose was shown to whom; what was asked for in vain is kept by its own id. */
@ApplicationScoped
public class ReadHours {

    private final Transactions transactions;
    private final Volunteers volunteers;
    private final LoggedHours logged;
    private final ReadAudit audit;

    ReadHours(Transactions transactions, Volunteers volunteers, LoggedHours logged, ReadAudit audit) {
        this.transactions = transactions;
        this.volunteers = volunteers;
        this.logged = logged;
        this.audit = audit;
    }

    public Uni<Optional<KeptHours>> byId(Caller caller, UUID id) {
        return transactions.run(caller, session -> logged.find(session, id)
                .call(found -> found.isPresent()
                        ? audit.read(
                                session,
                                caller,
                                "volunteer",
                                found.get().state().hours().volunteerId())
                        : audit.read(session, caller, "hours", id)));
    }

    /** A volunteer's time, or empty if there is no such volunteer. */
    public Uni<Optional<List<KeptHours>>> ofVolunteer(Caller caller, UUID volunteer, Optional<UUID> after, int most) {
        return transactions.run(caller, session -> audit.read(session, caller, "volunteer", volunteer)
                .chain(() -> volunteers.find(session, volunteer))
                .chain(found -> found.isPresent()
                        ? logged.ofVolunteer(session, volunteer, after, most).map(Optional::of)
                        : Uni.createFrom().item(Optional.<List<KeptHours>>empty())));
    }
}
