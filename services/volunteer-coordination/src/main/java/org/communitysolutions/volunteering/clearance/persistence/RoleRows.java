package org.communitysolutions.volunteering.clearance.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.volunteering.clearance.Roles;
import org.communitysolutions.volunteering.clearance.domain.Role;
import org.hibernate.reactive.mutiny.Mutiny;

@ApplicationScoped
class RoleRows implements Roles {

    private static final UUID FIRST = new UUID(0, 0);

    @Override
    public Uni<Optional<Role>> ofCode(Mutiny.Session session, String code) {
        return session.createSelectionQuery("from RoleRow where code = ?1", RoleRow.class)
                .setParameter(1, code)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(RoleRow::role));
    }

    @Override
    public Uni<Optional<Role>> holdCode(Mutiny.Session session, String code) {
        return session.createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended(?1, 1))) as locked")
                .setParameter(1, code)
                .getSingleResult()
                .chain(() -> ofCode(session, code));
    }

    @Override
    public Uni<List<Role>> list(Mutiny.Session session, Optional<UUID> after, int most) {
        return session.createSelectionQuery("from RoleRow where id > ?1 order by id", RoleRow.class)
                .setParameter(1, after.orElse(FIRST))
                .setMaxResults(most)
                .getResultList()
                .map(rows -> rows.stream().map(RoleRow::role).toList());
    }

    @Override
    public Uni<Void> add(Mutiny.Session session, Role role, Instant recordedAt) {
        return session.persist(RoleRow.of(role, recordedAt));
    }
}
