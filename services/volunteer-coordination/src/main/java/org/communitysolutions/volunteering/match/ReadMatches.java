package org.communitysolutions.volunteering.match;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.ReadAudit;
import org.communitysolutions.shared.transactions.Transactions;

/** Shows matches, and keeps whose were shown to whom; what was asked for in vain is kept by its own id. */
@ApplicationScoped
public class ReadMatches {

    private final Transactions transactions;
    private final Matches matches;
    private final ReadAudit audit;

    ReadMatches(Transactions transactions, Matches matches, ReadAudit audit) {
        this.transactions = transactions;
        this.matches = matches;
        this.audit = audit;
    }

    public Uni<Optional<KeptMatch>> byId(Caller caller, UUID id) {
        return transactions.run(caller, session -> matches.find(session, id)
                .call(found -> found.isPresent()
                        ? audit.read(
                                session,
                                caller,
                                "household",
                                found.get().state().match().householdId())
                        : audit.read(session, caller, "match", id)));
    }

    public Uni<List<KeptMatch>> ofHousehold(Caller caller, UUID household, Optional<UUID> after, int most) {
        return transactions.run(caller, session -> matches.ofHousehold(session, household, after, most)
                .call(() -> audit.read(session, caller, "household", household)));
    }
}
