package org.communitysolutions.risk.journal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
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

    /** All that was told of these households, oldest first. */
    public Uni<List<JournalEntry>> of(Mutiny.Session session, Collection<UUID> households) {
        return rows.of(session, households);
    }

    /** What was told of these households before that event of one, newest first; from the newest if none is given. */
    public Uni<List<JournalEntry>> before(
            Mutiny.Session session, Collection<UUID> households, Optional<UUID> event, int most) {
        return rows.before(session, households, event, most);
    }
}
