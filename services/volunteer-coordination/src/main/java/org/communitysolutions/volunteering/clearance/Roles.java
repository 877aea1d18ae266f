package org.communitysolutions.volunteering.clearance;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.volunteering.clearance.domain.Role;
import org.hibernate.reactive.mutiny.Mutiny;

/** The roles that are kept. */
public interface Roles {

    Uni<Optional<Role>> ofCode(Mutiny.Session session, String code);

    /** The same; until the transaction ends nobody else can define a role of that code. */
    Uni<Optional<Role>> holdCode(Mutiny.Session session, String code);

    /** Roles by id, at most {@code most}, from the first after {@code after}. */
    Uni<List<Role>> list(Mutiny.Session session, Optional<UUID> after, int most);

    Uni<Void> add(Mutiny.Session session, Role role, Instant recordedAt);
}
