package org.communitysolutions.volunteering.clearance;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.ReadAudit;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.volunteering.volunteer.Volunteers;

/** Shows checks, and keeps whose were shown to whom; what was asked for in vain is kept by its own id. */
@ApplicationScoped
public class ReadChecks {

    private final Transactions transactions;
    private final Volunteers volunteers;
    private final Checks checks;
    private final ReadAudit audit;

    ReadChecks(Transactions transactions, Volunteers volunteers, Checks checks, ReadAudit audit) {
        this.transactions = transactions;
        this.volunteers = volunteers;
        this.checks = checks;
        this.audit = audit;
    }

    public Uni<Optional<KeptCheck>> byId(Caller caller, UUID id) {
        return transactions.run(caller, session -> checks.find(session, id)
                .call(found -> found.isPresent()
                        ? audit.read(
                                session,
                                caller,
                                "volunteer",
                                found.get().state().check().volunteerId())
                        : audit.read(session, caller, "check", id)));
    }

    /** A volunteer's checks, or empty if there is no such volunteer. */
    public Uni<Optional<List<KeptCheck>>> ofVolunteer(Caller caller, UUID volunteer, Optional<UUID> after, int most) {
        return transactions.run(caller, session -> audit.read(session, caller, "volunteer", volunteer)
                .chain(() -> volunteers.find(session, volunteer))
                .chain(found -> found.isPresent()
                        ? checks.ofVolunteer(session, volunteer, after, most).map(Optional::of)
                        : Uni.createFrom().item(Optional.<List<KeptCheck>>empty())));
    }
}
