package org.communitysolutions.casemanagement.casefile;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.communitysolutions.casemanagement.casefile.domain.CaseDecision;
import org.communitysolutions.casemanagement.casefile.domain.Heading;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;

/** Begins work on a closed case again, unless the household has another file open by now. */
@ApplicationScoped
public class ReopenCaseFile {

    private final Transactions transactions;
    private final CaseFiles files;
    private final CaseFileChange change;
    private final Clock clock;

    ReopenCaseFile(Transactions transactions, CaseFiles files, CaseFileChange change, Clock clock) {
        this.transactions = transactions;
        this.files = files;
        this.change = change;
        this.clock = clock;
    }

    /** Reopens the file as of that version. */
    public Uni<CaseAnswer> handle(Caller caller, UUID id, long version) {
        return transactions.run(caller, session -> files.find(session, id)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(new CaseAnswer.Absent())
                        : reopen(session, caller, found.get().file().heading(), version)));
    }

    private Uni<CaseAnswer> reopen(Mutiny.Session session, Caller caller, Heading heading, long version) {
        return files.lockHousehold(session, heading.household())
                .chain(() -> files.openFile(session, heading.household(), heading.restricted()))
                .chain(open -> open.filter(other -> !other.equals(heading.id())).isPresent()
                        ? Uni.createFrom().item(new CaseAnswer.OtherOpen(open.get()))
                        : change.asked(session, caller, heading.id(), version, clock.instant(), CaseDecision::reopen));
    }
}
