package org.communitysolutions.casemanagement.casefile.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.casemanagement.casefile.CaseFiles;
import org.communitysolutions.casemanagement.casefile.HouseholdCases;
import org.communitysolutions.casemanagement.casefile.domain.CaseFile;
import org.communitysolutions.casemanagement.casefile.domain.Heading;
import org.hibernate.reactive.mutiny.Mutiny;

/** The rows of case files. Row-level security decides which of them a caller finds. */
@ApplicationScoped
class CaseFileRows implements CaseFiles, HouseholdCases {

    @Override
    public Uni<Void> lockHousehold(Mutiny.Session session, UUID household) {
        return session.createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended(?1, 1))) as locked")
                .setParameter(1, household.toString())
                .getSingleResult()
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<UUID>> openFile(Mutiny.Session session, UUID household, boolean restricted) {
        return session.createSelectionQuery(
                        "select id from CaseFileRow where householdId = ?1 and restricted = ?2 and state = OPEN",
                        UUID.class)
                .setParameter(1, household)
                .setParameter(2, restricted)
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }

    @Override
    public Uni<Void> add(Mutiny.Session session, Heading heading) {
        return session.persist(CaseFileRow.of(heading)).call(session::flush);
    }

    @Override
    public Uni<Optional<Kept>> find(Mutiny.Session session, UUID id) {
        return session.find(CaseFileRow.class, id)
                .map(row -> Optional.ofNullable(row).map(CaseFileRow::kept));
    }

    @Override
    public Uni<Kept> save(Mutiny.Session session, CaseFile file) {
        return session.find(CaseFileRow.class, file.heading().id())
                .invoke(row -> row.set(file))
                .call(session::flush)
                .map(CaseFileRow::kept);
    }

    @Override
    public Uni<Optional<Summary>> find(Mutiny.Session session, UUID household, UUID id) {
        return session.find(CaseFileRow.class, id).map(row -> Optional.ofNullable(row)
                .filter(found -> found.householdId.equals(household))
                .map(CaseFileRow::summary));
    }

    @Override
    public Uni<List<Summary>> open(Mutiny.Session session, UUID household) {
        return session.createSelectionQuery(
                        "from CaseFileRow where householdId = ?1 and state = OPEN order by openedAt, id",
                        CaseFileRow.class)
                .setParameter(1, household)
                .getResultList()
                .map(rows -> rows.stream().map(CaseFileRow::summary).toList());
    }
}
