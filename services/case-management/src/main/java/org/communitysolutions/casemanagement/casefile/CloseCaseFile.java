package org.communitysolutions.casemanagement.casefile;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.communitysolutions.casemanagement.casefile.domain.CaseDecision;
import org.communitysolutions.casemanagement.casefile.domain.CloseReason;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;

/** Ends work on a case. */
@ApplicationScoped
public class CloseCaseFile {

    private final Transactions transactions;
    private final CaseFileChange change;
    private final Clock clock;

    CloseCaseFile(Transactions transactions, CaseFileChange change, Clock clock) {
        this.transactions = transactions;
        this.change = change;
        this.clock = clock;
    }

    /**
     * Why it is closed.
     *
     * @param version the version of the file that this is based on
     */
    public record Closing(UUID file, long version, CloseReason reason) {}

    public Uni<CaseAnswer> handle(Caller caller, Closing closing) {
        Instant now = clock.instant();
        return transactions.run(
                caller,
                session -> change.asked(
                        session,
                        caller,
                        closing.file(),
                        closing.version(),
                        now,
                        file -> CaseDecision.close(file, closing.reason(), now)));
    }
}
