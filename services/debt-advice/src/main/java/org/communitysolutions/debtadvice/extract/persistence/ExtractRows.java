package org.communitysolutions.debtadvice.extract.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.debtadvice.extract.ExtractReport;
import org.communitysolutions.debtadvice.extract.domain.AccountKind;
import org.hibernate.reactive.mutiny.Mutiny;

/** The extracts themselves: what has arrived and how far it is applied. */
@ApplicationScoped
public class ExtractRows {

    private static final String BEGIN = """
            insert into account_extract (id, kind, mapping, mapping_sha256, as_at, state, sent_by, traceparent, began_at, touched_at)
            values (?1, ?2, ?3, ?4, cast(?5 as date), 'receiving', ?6, ?7, ?8, ?8)
            """;

    private static final String SAME = """
            select same.id from account_extract same, account_extract mine
            where mine.id = ?1 and same.kind = mine.kind and same.sha256 = ?2 and same.mapping_sha256 = mine.mapping_sha256
              and same.as_at is not distinct from mine.as_at and same.state <> 'receiving'
            """;

    private static final String RECEIVED = """
            update account_extract set state = 'received', received_at = ?2, sha256 = ?3, bytes = ?4, lines = ?5,
                   refused = ?6, warning = ?7, receipt = nextval('extract_receipt')
            where id = ?1 and state = 'receiving'
            """;

    /** The oldest extract of its kind that is not applied; none while another replica is at it. */
    private static final String NEXT = """
            select e.id, e.sent_by, e.traceparent, e.progress from account_extract e
            where e.kind = ?1 and e.state in ('received', 'applying', 'waiting')
              and not exists (select 1 from account_extract earlier
                              where earlier.kind = e.kind and earlier.state in ('received', 'applying', 'waiting')
                                and earlier.receipt < e.receipt)
            for update of e skip locked
            """;

    private static final String ADVANCE = """
            update account_extract set state = 'applying', waiting_for = null, progress = ?2, taken = taken + ?3,
                   unchanged = unchanged + ?4, refused = refused + ?5, new_accounts = new_accounts + ?6, events = events + ?7
            where id = ?1
            """;

    private static final String FIND = """
            select id, kind, mapping, as_at, state, sent_by, sha256, bytes, received_at, applied_at, warning, waiting_for,
                   lines, taken, unchanged, refused, new_accounts, events
            from account_extract where id = ?1 and kind = ?2 and state <> 'receiving'
            """;

    /** An extract that begins to arrive. */
    public record Arriving(
            UUID id,
            AccountKind kind,
            String mapping,
            String mappingFingerprint,
            Optional<LocalDate> asAt,
            String sentBy,
            String traceParent,
            Instant at) {}

    /** What is known once all of it has arrived. */
    public record Arrived(
            UUID id, Instant at, String sha256, long bytes, int lines, int refused, Optional<String> warning) {}

    /**
     * An extract that is to be applied.
     *
     * @param progress the number of the last line that is
     */
    public record Unfinished(UUID id, String sentBy, Optional<String> traceParent, int progress) {}

    /** What a chunk adds. */
    public record Advance(UUID id, int progress, int taken, int unchanged, int refused, int newAccounts, int events) {}

    public Uni<Void> begin(Mutiny.Session session, Arriving arriving) {
        return session.createNativeQuery(BEGIN)
                .setParameter(1, arriving.id())
                .setParameter(2, arriving.kind().code())
                .setParameter(3, arriving.mapping())
                .setParameter(4, arriving.mappingFingerprint())
                .setParameter(5, arriving.asAt().orElse(null))
                .setParameter(6, arriving.sentBy())
                .setParameter(7, arriving.traceParent())
                .setParameter(8, arriving.at())
                .executeUpdate()
                .replaceWithVoid();
    }

    public Uni<Void> touch(Mutiny.Session session, UUID id, Instant at) {
        return session.createNativeQuery("update account_extract set touched_at = ?2 where id = ?1")
                .setParameter(1, id)
                .setParameter(2, at)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Lets one extract of a kind be received at a time, so that their order is that of their commits. */
    public Uni<Void> lockReceipt(Mutiny.Session session, AccountKind kind) {
        return session.createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended(?1, 3))) as locked",
                        Integer.class)
                .setParameter(1, kind.code())
                .getSingleResult()
                .replaceWithVoid();
    }

    /** The extract that was received before from the very same file, read the same way. */
    public Uni<Optional<UUID>> sameAs(Mutiny.Session session, UUID mine, String sha256) {
        return session.createNativeQuery(SAME, UUID.class)
                .setParameter(1, mine)
                .setParameter(2, sha256)
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }

    /** Marks it as arrived; tells whether it was still there. */
    public Uni<Boolean> received(Mutiny.Session session, Arrived arrived) {
        return session.createNativeQuery(RECEIVED)
                .setParameter(1, arrived.id())
                .setParameter(2, arrived.at())
                .setParameter(3, arrived.sha256())
                .setParameter(4, arrived.bytes())
                .setParameter(5, arrived.lines())
                .setParameter(6, arrived.refused())
                .setParameter(7, arrived.warning().orElse(null))
                .executeUpdate()
                .map(rows -> rows == 1);
    }

    /** Takes out an extract that did not arrive whole, with its lines. */
    public Uni<Void> discard(Mutiny.Session session, UUID id) {
        return session.createNativeQuery("delete from account_extract where id = ?1 and state = 'receiving'")
                .setParameter(1, id)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Takes out those whose lines stopped arriving so long ago. */
    public Uni<Integer> discardAbandoned(Mutiny.Session session, Instant now, Duration after) {
        return session.createNativeQuery("delete from account_extract where state = 'receiving' and touched_at < ?1")
                .setParameter(1, now.minus(after))
                .executeUpdate();
    }

    /** Locks the extract of that kind whose turn it is. */
    public Uni<Optional<Unfinished>> lockNext(Mutiny.Session session, AccountKind kind) {
        return session.createNativeQuery(NEXT, Object[].class)
                .setParameter(1, kind.code())
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row)
                        .map(found -> new Unfinished(
                                (UUID) found[0],
                                (String) found[1],
                                Optional.ofNullable((String) found[2]),
                                ((Number) found[3]).intValue())));
    }

    public Uni<Void> advance(Mutiny.Session session, Advance by) {
        return session.createNativeQuery(ADVANCE)
                .setParameter(1, by.id())
                .setParameter(2, by.progress())
                .setParameter(3, by.taken())
                .setParameter(4, by.unchanged())
                .setParameter(5, by.refused())
                .setParameter(6, by.newAccounts())
                .setParameter(7, by.events())
                .executeUpdate()
                .replaceWithVoid();
    }

    public Uni<Void> await(Mutiny.Session session, AccountKind kind, String reason) {
        return session.createNativeQuery("""
                        update account_extract set state = 'waiting', waiting_for = ?2 where id =
                            (select id from account_extract where kind = ?1 and state in ('received', 'applying', 'waiting')
                             order by receipt limit 1)
                        """)
                .setParameter(1, kind.code())
                .setParameter(2, reason)
                .executeUpdate()
                .replaceWithVoid();
    }

    public Uni<Void> finish(Mutiny.Session session, UUID id, Instant at) {
        return session.createNativeQuery(
                        "update account_extract set state = 'applied', waiting_for = null, applied_at = ?2 where id = ?1")
                .setParameter(1, id)
                .setParameter(2, at)
                .executeUpdate()
                .replaceWithVoid();
    }

    public Uni<Optional<ExtractReport>> find(Mutiny.Session session, AccountKind kind, UUID id) {
        return session.createNativeQuery(FIND, Object[].class)
                .setParameter(1, id)
                .setParameter(2, kind.code())
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(ExtractRows::report));
    }

    private static ExtractReport report(Object[] row) {
        return new ExtractReport(
                (UUID) row[0],
                AccountKind.of((String) row[1]),
                (String) row[2],
                Optional.ofNullable((LocalDate) row[3]),
                ExtractReport.State.valueOf(((String) row[4]).toUpperCase(Locale.ROOT)),
                (String) row[5],
                (String) row[6],
                ((Number) row[7]).longValue(),
                ((OffsetDateTime) row[8]).toInstant(),
                Optional.ofNullable((OffsetDateTime) row[9]).map(OffsetDateTime::toInstant),
                Optional.ofNullable((String) row[10]),
                Optional.ofNullable((String) row[11]),
                new ExtractReport.Counts(
                        number(row[12]),
                        number(row[13]),
                        number(row[14]),
                        number(row[15]),
                        number(row[16]),
                        number(row[17])));
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }
}
