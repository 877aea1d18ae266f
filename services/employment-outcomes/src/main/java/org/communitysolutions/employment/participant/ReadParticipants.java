package org.communitysolutions.employment.participant;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.ReadAudit;
import org.communitysolutions.shared.transactions.Transactions;

/** Shows participants, and keeps whose records were shown to whom; what was asked for in vain is kept by its own id. */
@ApplicationScoped
public class ReadParticipants {

    private final Transactions transactions;
    private final Participants participants;
    private final ReadAudit audit;

    ReadParticipants(Transactions transactions, Participants participants, ReadAudit audit) {
        this.transactions = transactions;
        this.participants = participants;
        this.audit = audit;
    }

    public Uni<Optional<Participant>> byId(Caller caller, UUID id) {
        return transactions.run(caller, session -> participants
                .find(session, id)
                .call(found -> found.isPresent()
                        ? audit.read(session, caller, "person", found.get().personId())
                        : audit.read(session, caller, "participant", id)));
    }

    public Uni<List<Participant>> ofHousehold(Caller caller, UUID household, Optional<UUID> after, int most) {
        return transactions.run(caller, session -> participants
                .ofHousehold(session, household, after, most)
                .call(() -> audit.read(session, caller, "household", household)));
    }
}
