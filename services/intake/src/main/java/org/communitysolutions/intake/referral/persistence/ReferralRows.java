package org.communitysolutions.intake.referral.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.referral.Referral;
import org.hibernate.reactive.mutiny.Mutiny;

/** The referrals' rows. */
@ApplicationScoped
public class ReferralRows {

    private static final UUID FIRST = new UUID(0, 0);

    public Uni<Void> add(Mutiny.Session session, Referral referral) {
        return session.persist(ReferralRow.of(referral)).call(session::flush);
    }

    public Uni<Optional<Referral>> find(Mutiny.Session session, UUID id) {
        return session.find(ReferralRow.class, id)
                .map(row -> Optional.ofNullable(row).map(ReferralRow::referral));
    }

    /** Those after {@code after}, the oldest first. */
    public Uni<List<Referral>> after(Mutiny.Session session, Optional<UUID> after, int limit) {
        return session.createSelectionQuery("from ReferralRow where id > ?1 order by id", ReferralRow.class)
                .setParameter(1, after.orElse(FIRST))
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(ReferralRow::referral).toList());
    }
}
