package org.communitysolutions.homelessness.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.ReadAudit;
import org.communitysolutions.shared.transactions.Transactions;

/** Shows applications, and keeps whose were shown to whom; what was asked for in vain is kept by its own id. */
@ApplicationScoped
public class ReadApplications {

    private final Transactions transactions;
    private final Applications applications;
    private final ReadAudit audit;

    ReadApplications(Transactions transactions, Applications applications, ReadAudit audit) {
        this.transactions = transactions;
        this.applications = applications;
        this.audit = audit;
    }

    public Uni<Optional<Application>> byId(Caller caller, UUID id) {
        return transactions.run(caller, session -> applications
                .find(session, id)
                .call(found -> found.isPresent()
                        ? audit.read(session, caller, "household", found.get().householdId())
                        : audit.read(session, caller, "application", id)));
    }

    public Uni<List<Application>> ofHousehold(Caller caller, UUID household, Optional<UUID> after, int most) {
        return transactions.run(caller, session -> applications
                .ofHousehold(session, household, after, most)
                .call(() -> audit.read(session, caller, "household", household)));
    }
}
