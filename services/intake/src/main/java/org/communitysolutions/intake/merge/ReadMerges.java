package org.communitysolutions.intake.merge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.household.KnownHouseholds;
import org.communitysolutions.intake.merge.persistence.MergeRows;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.ReadAudit;
import org.communitysolutions.shared.transactions.Transactions;

/** Shows merges: those of a household, and those that wait. */
@ApplicationScoped
public class ReadMerges {

    private final Transactions transactions;
    private final MergeRows merges;
    private final KnownHouseholds households;
    private final ReadAudit audit;

    ReadMerges(Transactions transactions, MergeRows merges, KnownHouseholds households, ReadAudit audit) {
        this.transactions = transactions;
        this.merges = merges;
        this.households = households;
        this.audit = audit;
    }

    /**
     * Those that the household has a part in, the first proposed first; one household has a few.
     *
     * @throws org.communitysolutions.intake.Refusal (through the Uni) if there is no such household
     */
    public Uni<List<Merge>> of(Caller caller, UUID household) {
        return transactions.run(caller, session -> households
                .addressed(session, household)
                .chain(() -> audit.read(session, caller, "household", household))
                .chain(() -> merges.of(session, household)));
    }

    /** Up to {@code most} that wait for somebody to decide, the first proposed first. */
    public Uni<List<Merge>> waiting(Caller caller, Optional<UUID> after, int most) {
        return transactions.run(caller, session -> merges.waiting(session, after, most));
    }
}
