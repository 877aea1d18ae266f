package org.communitysolutions.casemanagement.casefile;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.ReadAudit;
import org.communitysolutions.shared.transactions.Transactions;

/** Shows what was written into a case file, and keeps that it was shown. */
@ApplicationScoped
public class ReadNotes {

    private final Transactions transactions;
    private final CaseFiles files;
    private final Notes notes;
    private final ReadAudit audit;

    ReadNotes(Transactions transactions, CaseFiles files, Notes notes, ReadAudit audit) {
        this.transactions = transactions;
        this.files = files;
        this.notes = notes;
        this.audit = audit;
    }

    /** The notes before the given one, the latest first, or empty if there is no such file. */
    public Uni<Optional<List<Note>>> handle(Caller caller, UUID file, Optional<UUID> before, int limit) {
        return transactions.run(caller, session -> audit.read(session, caller, "case-file", file)
                .chain(() -> files.find(session, file))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : notes.before(session, file, before, limit).map(Optional::of)));
    }
}
