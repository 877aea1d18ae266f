package org.communitysolutions.shared.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The records that are held back because one of their key could not be handled. The row of {@code parked_key} is the
 * lock between a consumer that would hold a record back and a person who releases the key at the same moment.
 */
@ApplicationScoped
public class ParkedRecords {

    /**
     * A key that stands still.
     *
     * @param key the record key: the subject or aggregate
     * @param since when its first record was parked
     * @param reason the kind of failure; never its text, which may quote data
     * @param records how many records are held back
     */
    public record ParkedKey(String key, Instant since, String reason, long records) {}

    private static final String HELD_KEYS =
            "select record_key from parked_key where record_key = any (cast(?1 as text[])) order by 1 for share";

    private static final String HOLD = """
            insert into parked_record (record_key, topic, partition, record_offset, headers, value, recorded_at)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            on conflict (topic, partition, record_offset) do nothing
            """;

    private static final String TAKE = """
            with taken as (delete from parked_record where record_key = ?1 returning *)
            select topic, partition, record_offset, headers, value, recorded_at from taken order by id
            """;

    private static final String LIST = """
            select k.record_key, k.since, k.reason, (select count(*) from parked_record r where r.record_key = k.record_key)
            from parked_key k order by k.since, k.record_key limit ?1
            """;

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final WireFormat wire;

    ParkedRecords(WireFormat wire) {
        this.wire = wire;
    }

    /** The keys that stand still, the oldest first, {@code limit} at most. */
    public Uni<List<ParkedKey>> list(Mutiny.Session session, int limit) {
        return session.createNativeQuery(LIST, Object[].class)
                .setParameter(1, limit)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new ParkedKey(
                                (String) row[0],
                                ((OffsetDateTime) row[1]).toInstant(),
                                (String) row[2],
                                ((Number) row[3]).longValue()))
                        .toList());
    }

    /** Holds back those records whose key stands still; returns the others. */
    Uni<List<StoredRecord>> holdBack(Mutiny.Session session, List<StoredRecord> batch) {
        String[] keys = batch.stream().map(StoredRecord::key).distinct().toArray(String[]::new);
        return session.createNativeQuery(HELD_KEYS, String.class)
                .setParameter(1, keys)
                .getResultList()
                .chain(held -> hold(session, batch, new HashSet<>(held)));
    }

    /** Parks the record and, with it, its key. */
    Uni<Void> park(Mutiny.Session session, StoredRecord poison, Throwable failure) {
        return session.createNativeQuery(
                        "insert into parked_key (record_key, reason) values (?1, ?2) on conflict do nothing")
                .setParameter(1, poison.key())
                .setParameter(2, reason(failure))
                .executeUpdate()
                .chain(() -> hold(session, poison));
    }

    /** Takes out all records of the key, in the order they came, and lets the key go on. */
    Uni<List<StoredRecord>> takeAll(Mutiny.Session session, String key) {
        return session.createNativeQuery("select record_key from parked_key where record_key = ?1 for update")
                .setParameter(1, key)
                .getResultList()
                .chain(() -> session.createNativeQuery(TAKE, Object[].class)
                        .setParameter(1, key)
                        .getResultList())
                .call(() -> session.createNativeQuery("delete from parked_key where record_key = ?1")
                        .setParameter(1, key)
                        .executeUpdate())
                .map(rows -> rows.stream().map(row -> read(key, row)).toList());
    }

    private Uni<List<StoredRecord>> hold(Mutiny.Session session, List<StoredRecord> batch, Set<String> heldKeys) {
        List<StoredRecord> free = new ArrayList<>();
        Uni<Void> all = Uni.createFrom().voidItem();
        for (StoredRecord candidate : batch) {
            if (heldKeys.contains(candidate.key())) {
                all = all.chain(() -> hold(session, candidate));
            } else {
                free.add(candidate);
            }
        }
        return all.replaceWith(free);
    }

    private Uni<Void> hold(Mutiny.Session session, StoredRecord held) {
        return session.createNativeQuery(HOLD)
                .setParameter(1, held.key())
                .setParameter(2, held.topic())
                .setParameter(3, held.partition())
                .setParameter(4, held.offset())
                .setParameter(5, write(held.headers()))
                .setParameter(6, held.value())
                .setParameter(7, held.recordedAt().atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .replaceWithVoid();
    }

    private StoredRecord read(String key, Object[] row) {
        try {
            return new StoredRecord(
                    (String) row[0],
                    ((Number) row[1]).intValue(),
                    ((Number) row[2]).longValue(),
                    ((OffsetDateTime) row[5]).toInstant(),
                    key,
                    wire.mapper().readValue((String) row[3], HEADERS),
                    (String) row[4]);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The headers of a parked record cannot be read", e);
        }
    }

    private String write(Map<String, String> headers) {
        try {
            return wire.mapper().writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Headers are text and always writable", e);
        }
    }

    private static String reason(Throwable failure) {
        return failure instanceof MalformedEvent malformed
                ? malformed.getMessage()
                : failure.getClass().getSimpleName();
    }
}
