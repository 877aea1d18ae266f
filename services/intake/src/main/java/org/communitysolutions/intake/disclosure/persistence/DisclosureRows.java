package org.communitysolutions.intake.disclosure.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.disclosure.Disclosure;
import org.communitysolutions.intake.disclosure.Disclosures;
import org.hibernate.reactive.mutiny.Mutiny;

@ApplicationScoped
class DisclosureRows implements Disclosures {

    private static final UUID FIRST = new UUID(0, 0);

    @Override
    public Uni<Void> add(Mutiny.Session session, Disclosure disclosure) {
        return session.persist(DisclosureRow.of(disclosure)).call(session::flush);
    }

    @Override
    public Uni<Optional<Disclosure>> find(Mutiny.Session session, UUID id) {
        return session.find(DisclosureRow.class, id)
                .map(row -> Optional.ofNullable(row).map(DisclosureRow::disclosure));
    }

    @Override
    public Uni<List<Disclosure>> list(
            Mutiny.Session session, Collection<UUID> households, Optional<UUID> after, int limit) {
        String ofHousehold = households.isEmpty() ? "" : "and householdId in (?2) ";
        var query = session.createSelectionQuery(
                        "from DisclosureRow where id > ?1 " + ofHousehold + "order by id", DisclosureRow.class)
                .setParameter(1, after.orElse(FIRST))
                .setMaxResults(limit);
        if (!households.isEmpty()) {
            query.setParameter(2, households);
        }
        return query.getResultList()
                .map(rows -> rows.stream().map(DisclosureRow::disclosure).toList());
    }
}
