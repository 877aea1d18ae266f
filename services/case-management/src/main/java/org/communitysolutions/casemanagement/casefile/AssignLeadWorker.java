package org.communitysolutions.casemanagement.casefile;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.communitysolutions.casemanagement.casefile.domain.CaseDecision;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;

/** Makes one worker the one who holds the household, whichever teams help. */
@ApplicationScoped
public class AssignLeadWorker {

    private final Transactions transactions;
    private final CaseFileChange change;
    private final Clock clock;

    AssignLeadWorker(Transactions transactions, CaseFileChange change, Clock clock) {
        this.transactions = transactions;
        this.change = change;
        this.clock = clock;
    }

    /**
     * Who shall hold it.
     *
     * @param version the version of the file that this is based on
     * @param worker the subject of the worker's account
     */
    public record Assignment(UUID file, long version, UUID worker) {}

    public Uni<CaseAnswer> handle(Caller caller, Assignment assignment) {
        return transactions.run(
                caller,
                session -> change.asked(
                        session,
                        caller,
                        assignment.file(),
                        assignment.version(),
                        clock.instant(),
                        file -> CaseDecision.assign(file, assignment.worker())));
    }
}
