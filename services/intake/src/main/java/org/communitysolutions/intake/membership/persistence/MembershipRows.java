package org.communitysolutions.intake.membership.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.membership.MemberRole;
import org.communitysolutions.intake.membership.Membership;
import org.hibernate.reactive.mutiny.Mutiny;

/** The memberships' rows. */
@ApplicationScoped
public class MembershipRows {

    /** The table's own constraint decides, so that of two households at once one gets the person. */
    private static final String ADD = """
            insert into membership (id, household_id, person_id, role, from_date) values (?1, ?2, ?3, ?4, ?5)
            on conflict do nothing
            """;

    private static final String COLUMNS =
            "select id, household_id, person_id, role, from_date, until_date from membership ";

    private static final String OPEN =
            COLUMNS + "where household_id = any (?1) and person_id = ?2 and until_date is null for update";

    private static final String OF = COLUMNS + "where household_id = any (?1) order by from_date, id";

    /** Adds it and tells so, unless the person belongs to a household on one of its days. */
    public Uni<Boolean> addUnlessMemberElsewhere(Mutiny.Session session, Membership membership) {
        return session.createNativeQuery(ADD)
                .setParameter(1, membership.id())
                .setParameter(2, membership.householdId())
                .setParameter(3, membership.personId())
                .setParameter(4, membership.role().name())
                .setParameter(5, membership.from())
                .executeUpdate()
                .map(added -> added == 1);
    }

    public Uni<Optional<Membership>> findOpenForUpdate(
            Mutiny.Session session, Collection<UUID> households, UUID personId) {
        return session.createNativeQuery(OPEN, Object[].class)
                .setParameter(1, households.toArray(UUID[]::new))
                .setParameter(2, personId)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(MembershipRows::membership));
    }

    public Uni<Void> end(Mutiny.Session session, Membership ended) {
        return session.createNativeQuery("update membership set until_date = ?1 where id = ?2")
                .setParameter(1, ended.until().orElseThrow())
                .setParameter(2, ended.id())
                .executeUpdate()
                .replaceWithVoid();
    }

    public Uni<List<Membership>> of(Mutiny.Session session, Collection<UUID> households) {
        return session.createNativeQuery(OF, Object[].class)
                .setParameter(1, households.toArray(UUID[]::new))
                .getResultList()
                .map(rows -> rows.stream().map(MembershipRows::membership).toList());
    }

    private static Membership membership(Object[] row) {
        return new Membership(
                (UUID) row[0],
                (UUID) row[1],
                (UUID) row[2],
                MemberRole.valueOf((String) row[3]),
                (LocalDate) row[4],
                Optional.ofNullable((LocalDate) row[5]));
    }
}
