package org.communitysolutions.employment.jobloss;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.ReadAudit;
import org.communitysolutions.shared.transactions.Transactions;

/** Shows job losses, and keeps whose were shown to whom; what was asked for in vain is kept by its own id. */
@ApplicationScoped
public class ReadJobLosses {

    private final Transactions transactions;
    private final JobLosses losses;
    private final ReadAudit audit;

    ReadJobLosses(Transactions transactions, JobLosses losses, ReadAudit audit) {
        this.transactions = transactions;
        this.losses = losses;
        this.audit = audit;
    }

    public Uni<Optional<JobLoss>> byId(Caller caller, UUID id) {
        return transactions.run(caller, session -> losses.find(session, id)
                .call(found -> found.isPresent()
                        ? audit.read(session, caller, "person", found.get().personId())
                        : audit.read(session, caller, "job-loss", id)));
    }

    public Uni<List<JobLoss>> ofHousehold(Caller caller, UUID household, Optional<UUID> after, int most) {
        return transactions.run(caller, session -> losses.ofHousehold(session, household, after, most)
                .call(() -> audit.read(session, caller, "household", household)));
    }
}
