package org.communitysolutions.intake.merge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.communitysolutions.intake.Roles;
import org.communitysolutions.intake.household.HouseholdPointers;
import org.communitysolutions.intake.merge.persistence.MergeRows;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.shared.transactions.Uuid7;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Proposes that records are one household. Every merge needs somebody who may see what is restricted, whether or not
 * there is anything: were only those held up that concern a restriction, being held up would tell of it.
 */
@ApplicationScoped
public class ProposeMerge {

    private final Transactions transactions;
    private final MergeRows merges;
    private final HouseholdPointers pointers;
    private final ConfirmMerge confirm;
    private final Clock clock;

    ProposeMerge(
            Transactions transactions,
            MergeRows merges,
            HouseholdPointers pointers,
            ConfirmMerge confirm,
            Clock clock) {
        this.transactions = transactions;
        this.merges = merges;
        this.pointers = pointers;
        this.confirm = confirm;
        this.clock = clock;
    }

    /**
     * What is proposed.
     *
     * @param merged other records than {@code into}, none of them twice
     */
    public record Proposal(UUID into, List<UUID> merged, String reason) {}

    /**
     * Keeps the proposal. One by somebody who is cleared takes effect at once.
     *
     * @throws org.communitysolutions.intake.Refusal (through the Uni) if one of the records is not there, or is merged
     *     already
     */
    public Uni<Merge> handle(Caller caller, Proposal proposal) {
        return transactions.once(caller, proposal, Merge.class, session -> pointers.lock(session)
                .chain(() -> pointers.requireOpen(session, proposal.into(), proposal.merged()))
                .chain(() -> propose(session, caller, proposal)));
    }

    private Uni<Merge> propose(Mutiny.Session session, Caller caller, Proposal proposal) {
        Merge merge = Merge.proposed(
                Uuid7.next(),
                proposal.into(),
                proposal.merged(),
                proposal.reason(),
                new Merge.Step(clock.instant(), caller.subject()));
        Uni<Merge> added = merges.add(session, merge).replaceWith(merge);
        return caller.has(Roles.DOMESTIC_ABUSE_SPECIALIST)
                ? added.chain(() -> confirm.confirm(session, caller, merge))
                : added;
    }
}
