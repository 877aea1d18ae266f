package org.communitysolutions.risk.journal.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.communitysolutions.risk.journal.JournalEntry;
import org.hibernate.reactive.mutiny.Mutiny;

/** The journal's rows. */
@ApplicationScoped
public class JournalRows {

    /** In the order of the ids, so that two consumers with the same events wait for each other and never both ways. */
    private static final String ADD = """
        with added as (
            insert into journal_event (event_id, household, type, source, occurred_at, restricted, data)
            select distinct on (1) cast(id as uuid), cast(household as uuid), type, source,
                   cast(occurred_at as timestamptz), cast(restricted as boolean), cast(data as jsonb)
            from unnest(cast(?1 as text[]), cast(?2 as text[]), cast(?3 as text[]), cast(?4 as text[]),
                        cast(?5 as text[]), cast(?6 as text[]), cast(?7 as text[]))
                 as event (id, household, type, source, occurred_at, restricted, data)
            order by 1
            on conflict do nothing returning event_id)
        select event_id from added
        """;

    private static final String COLUMNS =
            "select event_id, household, type, source, occurred_at, received_at, restricted, cast(data as text) from"
                    + " journal_event ";

    private static final String OF_MANY =
            COLUMNS + "where household = any (cast(cast(?1 as text[]) as uuid[])) and type = any (cast(?2 as text[]))";

    private static final String OF_ONE = COLUMNS + "where household = ?1 order by occurred_at, event_id";

    private static final String LATEST =
            COLUMNS + "where household = ?1 order by occurred_at desc, event_id desc limit ?2";

    private static final String BEFORE = COLUMNS + """
        where household = ?1 and (occurred_at, event_id) <
              (select occurred_at, event_id from journal_event where event_id = ?2 and household = ?1)
        order by occurred_at desc, event_id desc limit ?3
        """;

    /** Adds the entries; returns the ids of those that were not there yet. */
    public Uni<Set<UUID>> add(Mutiny.Session session, List<JournalEntry> entries) {
        return session.createNativeQuery(ADD, UUID.class)
                .setParameter(1, column(entries, entry -> entry.id().toString()))
                .setParameter(2, column(entries, entry -> entry.household()
                        .map(UUID::toString)
                        .orElse(null)))
                .setParameter(3, column(entries, JournalEntry::type))
                .setParameter(4, column(entries, JournalEntry::source))
                .setParameter(5, column(entries, entry -> entry.occurredAt().toString()))
                .setParameter(6, column(entries, entry -> Boolean.toString(entry.restricted())))
                .setParameter(7, column(entries, JournalEntry::data))
                .getResultList()
                .map(HashSet::new);
    }

    public Uni<List<JournalEntry>> of(Mutiny.Session session, Collection<UUID> households, Set<String> types) {
        return session.createNativeQuery(OF_MANY, Object[].class)
                .setParameter(1, households.stream().map(UUID::toString).toArray(String[]::new))
                .setParameter(2, types.toArray(String[]::new))
                .getResultList()
                .map(JournalRows::entries);
    }

    public Uni<List<JournalEntry>> of(Mutiny.Session session, UUID household) {
        return session.createNativeQuery(OF_ONE, Object[].class)
                .setParameter(1, household)
                .getResultList()
                .map(JournalRows::entries);
    }

    public Uni<List<JournalEntry>> before(Mutiny.Session session, UUID household, Optional<UUID> event, int most) {
        return event.map(last -> session.createNativeQuery(BEFORE, Object[].class)
                        .setParameter(1, household)
                        .setParameter(2, last)
                        .setParameter(3, most))
                .orElseGet(() -> session.createNativeQuery(LATEST, Object[].class)
                        .setParameter(1, household)
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
                (String) row[3],
                ((OffsetDateTime) row[4]).toInstant(),
                Optional.of(((OffsetDateTime) row[5]).toInstant()),
                (Boolean) row[6],
                (String) row[7]);
    }

    private static String[] column(List<JournalEntry> entries, Function<JournalEntry, String> value) {
        return entries.stream().map(value).toArray(String[]::new);
    }
}
