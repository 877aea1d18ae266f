package org.communitysolutions.risk.challenges;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.challenges.domain.Challenge;
import org.communitysolutions.risk.challenges.persistence.ChallengeRows;
import org.communitysolutions.risk.challenges.persistence.ChallengedRows;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.ReadAudit;
import org.communitysolutions.shared.transactions.Transactions;

/** Shows a household's challenges, and keeps that they were shown. */
@ApplicationScoped
public class ReadChallenges {

    private final Transactions transactions;
    private final ChallengeRows challenges;
    private final ChallengedRows challenged;
    private final ReadAudit audit;

    ReadChallenges(Transactions transactions, ChallengeRows challenges, ChallengedRows challenged, ReadAudit audit) {
        this.transactions = transactions;
        this.challenges = challenges;
        this.challenged = challenged;
        this.audit = audit;
    }

    /** All that the caller may know of, oldest first; empty if there is no such household for the caller. */
    public Uni<Optional<List<Challenge>>> handle(Caller caller, UUID household) {
        return transactions.run(caller, session -> audit.read(session, caller, "household", household)
                .chain(() -> challenged.household(session, household))
                .chain(known -> known.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : challenges.of(session, household).map(Optional::of)));
    }

    /** One of them; empty if the caller may know of none with that id. */
    public Uni<Optional<Challenge>> one(Caller caller, UUID challenge) {
        return transactions.run(caller, session -> challenges.find(session, challenge));
    }
}
