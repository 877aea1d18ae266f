package org.communitysolutions.risk.segments.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.segments.AskedQuery;
import org.communitysolutions.risk.segments.Clause;
import org.communitysolutions.risk.segments.Segments;
import org.communitysolutions.shared.messaging.EnumCodes;
import org.communitysolutions.shared.messaging.WireFormat;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Uuid7;
import org.hibernate.reactive.mutiny.Mutiny;

/** Queries as they were asked. */
@ApplicationScoped
public class QueryRows {

    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final WireFormat wire;

    QueryRows(WireFormat wire) {
        this.wire = wire;
    }

    /** Keeps that it was asked, in the transaction that answers it. */
    public Uni<Void> keep(Mutiny.Session session, Caller caller, Segments.Use use, Clause query, boolean restricted) {
        return session.createNativeQuery("""
                        insert into segment_query (id, subject, roles, purpose, asked, query, restricted)
                        values (?1, ?2, ?3, ?4, ?5, cast(cast(?6 as text) as jsonb), ?7)
                        """)
                .setParameter(1, Uuid7.next())
                .setParameter(2, caller.subject())
                .setParameter(3, String.join(",", caller.roles()))
                .setParameter(4, caller.purpose())
                .setParameter(5, EnumCodes.of(use))
                .setParameter(6, json(query))
                .setParameter(7, restricted)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Those asked before that one, newest first. */
    public Uni<List<AskedQuery>> before(Mutiny.Session session, Optional<UUID> before, int most) {
        return session.createNativeQuery("""
                        select id, asked_at, subject, purpose, asked, cast(query as text) from segment_query
                        where id < ?1 order by id desc
                        """, Object[].class)
                .setParameter(1, before.orElse(AFTER_ALL))
                .setMaxResults(most)
                .getResultList()
                .map(rows -> rows.stream().map(QueryRows::asked).toList());
    }

    private static AskedQuery asked(Object[] row) {
        return new AskedQuery(
                (UUID) row[0],
                ((OffsetDateTime) row[1]).toInstant(),
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5]);
    }

    private String json(Clause query) {
        try {
            return wire.mapper().writeValueAsString(query);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A checked query is codes and numbers and always writable", e);
        }
    }
}
