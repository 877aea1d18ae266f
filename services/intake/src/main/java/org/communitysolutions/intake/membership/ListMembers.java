package org.communitysolutions.intake.membership;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.communitysolutions.intake.household.KnownHouseholds;
import org.communitysolutions.intake.membership.persistence.MembershipRows;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.ReadAudit;
import org.communitysolutions.shared.transactions.Transactions;

/** Shows who belongs or has belonged to a household, and keeps that it was shown. */
@ApplicationScoped
public class ListMembers {

    private final Transactions transactions;
    private final MembershipRows memberships;
    private final KnownHouseholds households;
    private final ReadAudit audit;

    ListMembers(Transactions transactions, MembershipRows memberships, KnownHouseholds households, ReadAudit audit) {
        this.transactions = transactions;
        this.memberships = memberships;
        this.households = households;
        this.audit = audit;
    }

    /**
     * The memberships, those of records that are merged into it too, the earliest first.
     *
     * @throws org.communitysolutions.intake.Refusal (through the Uni) if there is no such household
     */
    public Uni<List<Membership>> handle(Caller caller, UUID householdId) {
        return transactions.run(caller, session -> households
                .addressed(session, householdId)
                .chain(() -> audit.read(session, caller, "household", householdId))
                .chain(() -> households.withMerged(session, householdId))
                .chain(ids -> memberships.of(session, ids)));
    }
}
