package org.communitysolutions.casemanagement.casefile;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.communitysolutions.casemanagement.casefile.domain.CaseDecision;
import org.communitysolutions.casemanagement.casefile.domain.CaseFile;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.ReadAudit;
import org.hibernate.reactive.mutiny.Mutiny;

/** The steps that every change of a case file has in common, inside the transaction of its use case. */
@ApplicationScoped
class CaseFileChange {

    private final CaseFiles files;
    private final CaseFileEvents events;
    private final ReadAudit audit;

    CaseFileChange(CaseFiles files, CaseFileEvents events, ReadAudit audit) {
        this.files = files;
        this.events = events;
        this.audit = audit;
    }

    /**
     * Reads the file as of that version, decides, keeps and tells.
     *
     * @throws OptimisticLockException (through the Uni) if it has changed since that version
     */
    Uni<CaseAnswer> asked(
            Mutiny.Session session,
            Caller caller,
            UUID id,
            long version,
            Instant at,
            Function<CaseFile, CaseDecision> decide) {
        return audit.read(session, caller, "case-file", id)
                .chain(() -> files.find(session, id))
                .chain(found -> {
                    if (found.isEmpty()) {
                        return Uni.createFrom().item(new CaseAnswer.Absent());
                    }
                    if (found.get().version() != version) {
                        throw new OptimisticLockException();
                    }
                    return carryOut(session, caller, found.get(), at, decide);
                });
    }

    private Uni<CaseAnswer> carryOut(
            Mutiny.Session session,
            Caller caller,
            CaseFiles.Kept kept,
            Instant at,
            Function<CaseFile, CaseDecision> decide) {
        return switch (decide.apply(kept.file())) {
            case CaseDecision.Changed changed ->
                files.save(session, changed.file())
                        .call(() -> events.announce(session, caller, at, changed.event()))
                        .map(CaseAnswer.Stands::new);
            case CaseDecision.Unchanged unchanged -> Uni.createFrom().item(new CaseAnswer.Stands(kept));
            case CaseDecision.Refused refused -> Uni.createFrom().item(new CaseAnswer.Refused(refused.why()));
        };
    }
}
