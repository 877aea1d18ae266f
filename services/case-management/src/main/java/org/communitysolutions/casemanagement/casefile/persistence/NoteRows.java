package org.communitysolutions.casemanagement.casefile.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.casemanagement.casefile.Note;
import org.communitysolutions.casemanagement.casefile.Notes;
import org.hibernate.reactive.mutiny.Mutiny;

/** The rows of notes. Row-level security decides which of them a caller finds. */
@ApplicationScoped
class NoteRows implements Notes {

    /** After every id that a note can have. */
    private static final UUID END = new UUID(-1, -1);

    @Override
    public Uni<Void> add(Mutiny.Session session, Note note) {
        return session.persist(NoteRow.of(note)).call(session::flush);
    }

    @Override
    public Uni<List<Note>> before(Mutiny.Session session, UUID file, Optional<UUID> before, int limit) {
        return session.createSelectionQuery(
                        "from NoteRow where caseId = ?1 and id < ?2 order by id desc", NoteRow.class)
                .setParameter(1, file)
                .setParameter(2, before.orElse(END))
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(NoteRow::note).toList());
    }
}
