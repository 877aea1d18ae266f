package org.communitysolutions.employment.job;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.employment.participant.Participants;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.ReadAudit;
import org.communitysolutions.shared.transactions.Transactions;

/** Shows jobs, and keeps whose were shown to whom; what was asked for in vain is kept by its own id. */
@ApplicationScoped
public class ReadJobs {

    private final Transactions transactions;
    private final Participants participants;
    private final Jobs jobs;
    private final ReadAudit audit;

    ReadJobs(Transactions transactions, Participants participants, Jobs jobs, ReadAudit audit) {
        this.transactions = transactions;
        this.participants = participants;
        this.jobs = jobs;
        this.audit = audit;
    }

    public Uni<Optional<KeptJob>> byId(Caller caller, UUID id) {
        return transactions.run(caller, session -> jobs.find(session, id)
                .call(found -> found.isPresent()
                        ? audit.read(
                                session,
                                caller,
                                "person",
                                found.get().state().job().personId())
                        : audit.read(session, caller, "job", id)));
    }

    /** A participant's jobs, or empty if there is no such participant. */
    public Uni<Optional<List<KeptJob>>> ofParticipant(Caller caller, UUID participant, Optional<UUID> after, int most) {
        return transactions.run(caller, session -> participants
                .find(session, participant)
                .chain(found -> found.isPresent()
                        ? jobs.ofParticipant(session, participant, after, most)
                                .call(() -> audit.read(
                                        session, caller, "person", found.get().personId()))
                                .map(Optional::of)
                        : audit.read(session, caller, "participant", participant)
                                .replaceWith(Optional.<List<KeptJob>>empty())));
    }
}
