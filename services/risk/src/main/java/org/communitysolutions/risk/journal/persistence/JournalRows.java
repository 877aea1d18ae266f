package org.communitysolutions.risk.journal.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.journal.JournalEntry;
import org.hibernate.reactive.mutiny.Mutiny;

/** The journal's rows. */
@ApplicationScoped
public class JournalRows {

    private static final String COLUMNS =
            "select event_id, household, type, occurred_at, received_at, restricted, data from journal_event ";

    private static final String OF_ONE = COLUMNS + "where household = any (?1) order by occurred_at, event_id";

    private static final String LATEST =
            COLUMNS + "where household = any (?1) order by occurred_at desc, event_id desc limit ?2";

    private static final String BEFORE = COLUMNS + """
        where household = any (?1) and (occurred_at, event_id) <
              (select occurred_at, event_id from journal_event where event_id = ?2 and household = any (?1))
        order by occurred_at desc, event_id desc limit ?3
        """;

    public Uni<List<JournalEntry>> of(Mutiny.Session session, Collection<UUID> households) {
        return session.createNativeQuery(OF_ONE, Object[].class)
                .setParameter(1, households.toArray(UUID[]::new))
                .getResultList()
                .map(JournalRows::entries);
    }

    public Uni<List<JournalEntry>> before(
            Mutiny.Session session, Collection<UUID> households, Optional<UUID> event, int most) {
        UUID[] ids = households.toArray(UUID[]::new);
        return event.map(last -> session.createNativeQuery(BEFORE, Object[].class)
                        .setParameter(1, ids)
                        .setParameter(2, last)
                        .setParameter(3, most))
                .orElseGet(() -> session.createNativeQuery(LATEST, Object[].class)
                        .setParameter(1, ids)
                        .setParameter(2, most))
                .getResultList()
                .map(JournalRows::entries);
    }

    private static List<JournalEntry> entries(List<Object[]> rows) {
        return rows.stream().map(JournalRows::entry).toList();
    }

    private static JournalEntry entry(Object[] row) {
        return new JournalEntry(
                (UUID) row[0],
                Optional.ofNullable((UUID) row[1]),
                (String) row[2],
                ((OffsetDateTime) row[3]).toInstant(),
                ((OffsetDateTime) row[4]).toInstant(),
                (Boolean) row[5],
                (String) row[6]);
    }
}
