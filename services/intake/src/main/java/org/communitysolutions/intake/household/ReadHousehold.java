package org.communitysolutions.intake.household;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.household.persistence.HouseholdRows;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.ReadAudit;
import org.communitysolutions.shared.transactions.Transactions;

/** Shows a household to someone, and keeps that it was shown. */
@ApplicationScoped
public class ReadHousehold {

    private final Transactions transactions;
    private final HouseholdRows households;
    private final ReadAudit audit;

    ReadHousehold(Transactions transactions, HouseholdRows households, ReadAudit audit) {
        this.transactions = transactions;
        this.households = households;
        this.audit = audit;
    }

    public Uni<Optional<Household>> handle(Caller caller, UUID id) {
        return transactions.run(
                caller,
                session -> households.find(session, id).call(() -> audit.read(session, caller, "household", id)));
    }
}
