package org.communitysolutions.debtadvice.debtcase.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.debtadvice.debtcase.KeptDebtCase;
import org.communitysolutions.debtadvice.debtcase.domain.DebtCase;
import org.hibernate.reactive.mutiny.Mutiny;

/** The rows of debt cases. */
@ApplicationScoped
public class DebtCaseRows {

    /** Lets one case at a time be opened for a household, so that two at once do not both find none. */
    public Uni<Void> lockHousehold(Mutiny.Session session, UUID household) {
        return session.createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended(?1, 4))) as locked",
                        Integer.class)
                .setParameter(1, household.toString())
                .getSingleResult()
                .replaceWithVoid();
    }

    public Uni<Boolean> hasOpen(Mutiny.Session session, UUID household) {
        return session.createSelectionQuery(
                        "select count(*) from DebtCaseRow where householdId = ?1 and closedOn is null", Long.class)
                .setParameter(1, household)
                .getSingleResult()
                .map(found -> found > 0);
    }

    public Uni<KeptDebtCase> add(Mutiny.Session session, DebtCase.Open opened) {
        DebtCaseRow row = DebtCaseRow.of(opened);
        return session.persist(row).call(session::flush).map(nothing -> row.kept());
    }

    public Uni<Optional<KeptDebtCase>> find(Mutiny.Session session, UUID id) {
        return session.find(DebtCaseRow.class, id)
                .map(row -> Optional.ofNullable(row).map(DebtCaseRow::kept));
    }

    /** Closes a case that is known to be there. */
    public Uni<KeptDebtCase> close(Mutiny.Session session, DebtCase.Closed closed) {
        return session.find(DebtCaseRow.class, closed.id())
                .invoke(row -> row.close(closed))
                .call(session::flush)
                .map(DebtCaseRow::kept);
    }

    /** The cases of a household after that id, the oldest first. */
    public Uni<List<KeptDebtCase>> ofHousehold(
            Mutiny.Session session, UUID household, Optional<UUID> after, int limit) {
        return session.createSelectionQuery(
                        "from DebtCaseRow where householdId = ?1 and id > ?2 order by id", DebtCaseRow.class)
                .setParameter(1, household)
                .setParameter(2, after.orElse(new UUID(0, 0)))
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(DebtCaseRow::kept).toList());
    }
}
