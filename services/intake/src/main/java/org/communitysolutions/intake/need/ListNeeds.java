package org.communitysolutions.intake.need;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.communitysolutions.intake.household.KnownHouseholds;
import org.communitysolutions.intake.need.persistence.NeedRows;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.ReadAudit;
import org.communitysolutions.shared.transactions.Transactions;

/** Shows a household's needs, and keeps that they were shown. */
@ApplicationScoped
public class ListNeeds {

    private final Transactions transactions;
    private final NeedRows needs;
    private final KnownHouseholds households;
    private final ReadAudit audit;

    ListNeeds(Transactions transactions, NeedRows needs, KnownHouseholds households, ReadAudit audit) {
        this.transactions = transactions;
        this.needs = needs;
        this.households = households;
        this.audit = audit;
    }

    /**
     * The needs, those of records that are merged into it too, open and resolved, the first found first; one household has a few.
     *
     * @throws org.communitysolutions.intake.Refusal (through the Uni) if there is no such household
     */
    public Uni<List<HouseholdNeed>> handle(Caller caller, UUID householdId) {
        return transactions.run(caller, session -> households
                .addressed(session, householdId)
                .chain(() -> audit.read(session, caller, "household", householdId))
                .chain(() -> households.withMerged(session, householdId))
                .chain(ids -> needs.of(session, ids)));
    }
}
