package org.communitysolutions.casemanagement.casefile;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.ReadAudit;
import org.communitysolutions.shared.transactions.Transactions;

/** Shows a case file's cover, and keeps that it was shown. */
@ApplicationScoped
public class ReadCaseFile {

    private final Transactions transactions;
    private final CaseFiles files;
    private final ReadAudit audit;

    ReadCaseFile(Transactions transactions, CaseFiles files, ReadAudit audit) {
        this.transactions = transactions;
        this.files = files;
        this.audit = audit;
    }

    public Uni<Optional<CaseFiles.Kept>> handle(Caller caller, UUID id) {
        return transactions.run(
                caller, session -> audit.read(session, caller, "case-file", id).chain(() -> files.find(session, id)));
    }
}
