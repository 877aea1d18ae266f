package org.communitysolutions.homelessness.duty;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.homelessness.application.Application;
import org.communitysolutions.homelessness.application.Applications;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.ReadAudit;
import org.communitysolutions.shared.transactions.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;

/** Shows duties, and keeps whose were shown to whom; what was asked for in vain is kept by its own id. */
@ApplicationScoped
public class ReadDuties {

    private final Transactions transactions;
    private final Applications applications;
    private final Duties duties;
    private final ReadAudit audit;

    ReadDuties(Transactions transactions, Applications applications, Duties duties, ReadAudit audit) {
        this.transactions = transactions;
        this.applications = applications;
        this.duties = duties;
        this.audit = audit;
    }

    public Uni<Optional<KeptDuty>> byId(Caller caller, UUID id) {
        return transactions.run(caller, session -> duties.find(session, id)
                .call(found -> found.isPresent()
                        ? audit.read(
                                session,
                                caller,
                                "household",
                                found.get().state().duty().householdId())
                        : audit.read(session, caller, "duty", id)));
    }

    /** An application's duties, or empty if there is no such application; a duty is at most once of each kind. */
    public Uni<Optional<List<KeptDuty>>> ofApplication(Caller caller, UUID application) {
        return transactions.run(caller, session -> applications
                .find(session, application)
                .chain(found -> found.isPresent()
                        ? of(session, caller, found.get()).map(Optional::of)
                        : audit.read(session, caller, "application", application)
                                .replaceWith(Optional.<List<KeptDuty>>empty())));
    }

    private Uni<List<KeptDuty>> of(Mutiny.Session session, Caller caller, Application application) {
        return duties.ofApplication(session, application.id())
                .call(() -> audit.read(session, caller, "household", application.householdId()));
    }
}
