package org.communitysolutions.intake.disclosure;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.household.KnownHouseholds;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.ReadAudit;
import org.communitysolutions.shared.transactions.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;

/** Shows disclosures to those who are cleared, and keeps that they were shown. */
@ApplicationScoped
public class ReadDisclosures {

    private final Transactions transactions;
    private final Disclosures disclosures;
    private final KnownHouseholds households;
    private final ReadAudit audit;

    ReadDisclosures(Transactions transactions, Disclosures disclosures, KnownHouseholds households, ReadAudit audit) {
        this.transactions = transactions;
        this.disclosures = disclosures;
        this.households = households;
        this.audit = audit;
    }

    /** Empty if there is none, or none for this caller. */
    public Uni<Optional<Disclosure>> one(Caller caller, UUID id) {
        return transactions.run(caller, session -> disclosures
                .find(session, id)
                .call(found -> note(session, caller, found.stream().toList())));
    }

    /**
     * The oldest first; of one household and the records merged into it, if one is given. One more than {@code limit}, where there is one, tells that
     * another page follows; it is not shown.
     */
    public Uni<List<Disclosure>> list(Caller caller, Optional<UUID> householdId, Optional<UUID> after, int limit) {
        return transactions.run(caller, session -> householdId
                .map(id -> households.withMerged(session, id))
                .orElseGet(() -> Uni.createFrom().item(List.of()))
                .chain(ids -> disclosures.list(session, ids, after, limit + 1))
                .call(found -> note(session, caller, found.subList(0, Math.min(limit, found.size())))));
    }

    private Uni<Void> note(Mutiny.Session session, Caller caller, List<Disclosure> shown) {
        return Multi.createFrom()
                .iterable(shown)
                .onItem()
                .transformToUniAndConcatenate(disclosure -> audit.read(session, caller, "disclosure", disclosure.id()))
                .collect()
                .last();
    }
}
