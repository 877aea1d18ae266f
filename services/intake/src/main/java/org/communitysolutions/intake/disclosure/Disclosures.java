package org.communitysolutions.intake.disclosure;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Where disclosures are kept. The database shows them to those only who are cleared; to others there are none. */
public interface Disclosures {

    Uni<Void> add(Mutiny.Session session, Disclosure disclosure);

    Uni<Optional<Disclosure>> find(Mutiny.Session session, UUID id);

    /** Those after {@code after}, the oldest first; of these records of a household, if any are given. */
    Uni<List<Disclosure>> list(Mutiny.Session session, Collection<UUID> households, Optional<UUID> after, int limit);
}
