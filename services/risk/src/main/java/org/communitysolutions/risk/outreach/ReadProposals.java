package org.communitysolutions.risk.outreach;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.outreach.persistence.ProposalRows;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;

/** Shows proposals, as far as the caller may know of them. */
@ApplicationScoped
public class ReadProposals {

    private final Transactions transactions;
    private final ProposalRows rows;
    private final Clock clock;

    ReadProposals(Transactions transactions, ProposalRows rows, Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.clock = clock;
    }

    public Uni<Optional<KeptProposal>> handle(Caller caller, UUID id) {
        return transactions.run(caller, session -> rows.find(session, id, clock.instant()));
    }

    /** Up to {@code most} made before that one, newest first. */
    public Uni<List<KeptProposal>> before(Caller caller, Optional<UUID> before, int most) {
        return transactions.run(caller, session -> rows.before(session, before, most, clock.instant()));
    }
}
