package org.communitysolutions.risk.outreach.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.outreach.KeptProposal;
import org.communitysolutions.risk.outreach.domain.Proposal;
import org.communitysolutions.risk.segments.Clause;
import org.communitysolutions.shared.messaging.WireFormat;
import org.hibernate.reactive.mutiny.Mutiny;

/** The rows of proposals; those that speak of restricted households exist only for those cleared for them. */
@ApplicationScoped
public class ProposalRows {

    private static final String SELECT = """
        select id, name, purpose, lawful_basis, task_kind, team, priority, due_days, due_working, most_households,
               restricted, proposed_by, proposed_at, expires_at, state, decided_by, decided_at, declined_why, tasks,
               cast(query as text), shown_count, version
        from outreach_proposal
        """;

    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final WireFormat wire;

    ProposalRows(WireFormat wire) {
        this.wire = wire;
    }

    /** Lets one approval at a time find out who is unknown, so that two at once do not both ask for a household. */
    public Uni<Void> lockApprovals(Mutiny.Session session) {
        return session.createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended('outreach', 5))) as locked",
                        Integer.class)
                .getSingleResult()
                .replaceWithVoid();
    }

    /** As it stands now. */
    public Uni<Optional<KeptProposal>> find(Mutiny.Session session, UUID id, Instant now) {
        return found(session, SELECT + " where id = ?1", id, now);
    }

    /** As it stands now, held until the transaction ends. */
    public Uni<Optional<KeptProposal>> hold(Mutiny.Session session, UUID id, Instant now) {
        return found(session, SELECT + " where id = ?1 for update", id, now);
    }

    private Uni<Optional<KeptProposal>> found(Mutiny.Session session, String sql, UUID id, Instant now) {
        return session.createNativeQuery(sql, Object[].class)
                .setParameter(1, id)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(kept -> kept(kept, now)));
    }

    /** Those made before that one, newest first, as they stand now. */
    public Uni<List<KeptProposal>> before(Mutiny.Session session, Optional<UUID> before, int most, Instant now) {
        return session.createNativeQuery(SELECT + " where id < ?1 order by id desc", Object[].class)
                .setParameter(1, before.orElse(AFTER_ALL))
                .setMaxResults(most)
                .getResultList()
                .map(rows -> rows.stream().map(row -> kept(row, now)).toList());
    }

    public Uni<Void> add(
            Mutiny.Session session, Proposal.Particulars proposed, Clause where, Optional<Long> shownCount) {
        Proposal.Work work = proposed.work();
        return session.createNativeQuery("""
                        insert into outreach_proposal (id, name, purpose, lawful_basis, task_kind, team, priority,
                            due_days, due_working, most_households, restricted, proposed_by, proposed_at, expires_at,
                            query, shown_count)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14,
                            cast(cast(?15 as text) as jsonb), cast(?16 as bigint))
                        """)
                .setParameter(1, proposed.id())
                .setParameter(2, proposed.name())
                .setParameter(3, proposed.purpose())
                .setParameter(4, proposed.lawfulBasis())
                .setParameter(5, work.kind())
                .setParameter(6, work.team())
                .setParameter(7, work.priority())
                .setParameter(8, work.dueDays())
                .setParameter(9, work.working())
                .setParameter(10, proposed.most())
                .setParameter(11, proposed.restricted())
                .setParameter(12, proposed.proposedBy())
                .setParameter(13, at(proposed.proposedAt()))
                .setParameter(14, at(proposed.expiresAt()))
                .setParameter(15, json(where))
                .setParameter(16, shownCount.orElse(null))
                .executeUpdate()
                .replaceWithVoid();
    }

    public Uni<Void> approve(Mutiny.Session session, Proposal.Approved approved) {
        return session.createNativeQuery("""
                        update outreach_proposal set state = 'APPROVED', decided_by = ?2, decided_at = ?3, tasks = ?4,
                            version = version + 1
                        where id = ?1
                        """)
                .setParameter(1, approved.particulars().id())
                .setParameter(2, approved.by())
                .setParameter(3, at(approved.at()))
                .setParameter(4, approved.tasks())
                .executeUpdate()
                .replaceWithVoid();
    }

    public Uni<Void> decline(Mutiny.Session session, Proposal.Declined declined) {
        return session.createNativeQuery("""
                        update outreach_proposal set state = 'DECLINED', decided_by = ?2, decided_at = ?3,
                            declined_why = ?4, version = version + 1
                        where id = ?1
                        """)
                .setParameter(1, declined.particulars().id())
                .setParameter(2, declined.by())
                .setParameter(3, at(declined.at()))
                .setParameter(4, declined.why())
                .executeUpdate()
                .replaceWithVoid();
    }

    private KeptProposal kept(Object[] row, Instant now) {
        Proposal.Particulars particulars = new Proposal.Particulars(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                new Proposal.Work(
                        (String) row[4], (String) row[5], (String) row[6], (Integer) row[7], (Boolean) row[8]),
                (Integer) row[9],
                (Boolean) row[10],
                (String) row[11],
                instant(row[12]),
                instant(row[13]));
        Proposal proposal =
                switch ((String) row[14]) {
                    case "APPROVED" ->
                        new Proposal.Approved(particulars, (String) row[15], instant(row[16]), (Integer) row[18]);
                    case "DECLINED" ->
                        new Proposal.Declined(particulars, (String) row[15], instant(row[16]), (String) row[17]);
                    default -> Proposal.undecided(particulars, now);
                };
        return new KeptProposal(
                proposal, clause((String) row[19]), Optional.ofNullable((Long) row[20]), (Long) row[21]);
    }

    private static Instant instant(Object column) {
        return ((OffsetDateTime) column).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private Clause clause(String json) {
        try {
            return wire.mapper().readValue(json, Clause.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The query of a proposal cannot be read", e);
        }
    }

    private String json(Clause where) {
        try {
            return wire.mapper().writeValueAsString(where);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A checked query is codes and numbers and always writable", e);
        }
    }
}
