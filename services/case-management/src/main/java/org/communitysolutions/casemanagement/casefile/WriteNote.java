package org.communitysolutions.casemanagement.casefile;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.ReadAudit;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.shared.transactions.Uuid7;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes a note into a case file, open or closed. */
@ApplicationScoped
public class WriteNote {

    private final Transactions transactions;
    private final CaseFiles files;
    private final Notes notes;
    private final ReadAudit audit;
    private final Clock clock;

    WriteNote(Transactions transactions, CaseFiles files, Notes notes, ReadAudit audit, Clock clock) {
        this.transactions = transactions;
        this.files = files;
        this.notes = notes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What to write.
     *
     * @param restricted whether only specialists shall see it; in a restricted file every note is
     */
    public record Writing(UUID file, String text, boolean restricted) {}

    /** The note, unless there is no such file. */
    public record Written(Optional<Note> note) {}

    public Uni<Written> handle(Caller caller, Writing writing) {
        return transactions.once(
                caller, writing, Written.class, session -> audit.read(session, caller, "case-file", writing.file())
                        .chain(() -> files.find(session, writing.file()))
                        .chain(found -> found.isEmpty()
                                ? Uni.createFrom().item(new Written(Optional.empty()))
                                : write(session, caller, writing, found.get())));
    }

    private Uni<Written> write(Mutiny.Session session, Caller caller, Writing writing, CaseFiles.Kept kept) {
        Note note = new Note(
                Uuid7.next(),
                writing.file(),
                UUID.fromString(caller.subject()),
                clock.instant(),
                writing.text(),
                writing.restricted() || kept.file().heading().restricted());
        return notes.add(session, note).replaceWith(new Written(Optional.of(note)));
    }
}
