package org.communitysolutions.risk.journal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.journal.persistence.JournalRows;
import org.hibernate.reactive.mutiny.Mutiny;

/** All that was told of households. Who may not see restricted events finds none. */
@ApplicationScoped
public class Journal {

    private final JournalRows rows;

    Journal(JournalRows rows) {
        this.rows = rows;
    }

    /** All that happened to one household, oldest first. */
    public Uni<List<JournalEntry>> of(Mutiny.Session session, UUID household) {
        return rows.of(session, household);
    }

    /** What happened to one household before that event of it, newest first; from the newest if none is given. */
    public Uni<List<JournalEntry>> before(Mutiny.Session session, UUID household, Optional<UUID> event, int most) {
        return rows.before(session, household, event, most);
    }
}
