package org.communitysolutions.intake.household.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.communitysolutions.intake.household.Household;
import org.communitysolutions.intake.household.HouseholdDetails;
import org.hibernate.reactive.mutiny.Mutiny;

/** The registry's rows. What a batch needs takes one statement, however many households it names. */
@ApplicationScoped
public class HouseholdRows {

    /**
     * Homes share 1,024 locks: one for each home would fill PostgreSQL's lock table under a few large batches. Everyone
     * takes them in the same order, so that no two wait for each other.
     */
    private static final String LOCK = """
            select count(*) from (
                select pg_advisory_xact_lock(1, bucket) from (
                    select distinct cast(hashtextextended(uprn, 0) & 1023 as integer) as bucket
                    from unnest(cast(?1 as text[])) as home (uprn) order by bucket) as buckets
                offset 0) as locked
            """;

    private static final String AT =
            "select * from household where uprn = any (cast(?1 as text[])) order by uprn, occupied_from";

    private static final String ADD = """
            insert into household (id, uprn, occupied_from, ward, tenure, adults, children, registered_at, version)
            select cast(id as uuid), uprn, cast(occupied_from as date), ward, tenure, cast(adults as integer),
                   cast(children as integer), ?8, 0
            from unnest(cast(?1 as text[]), cast(?2 as text[]), cast(?3 as text[]), cast(?4 as text[]),
                        cast(?5 as text[]), cast(?6 as text[]), cast(?7 as text[]))
                 as row (id, uprn, occupied_from, ward, tenure, adults, children)
            """;

    private static final String CHANGE = """
            update household
            set occupied_from = cast(row.occupied_from as date), ward = row.ward, tenure = row.tenure,
                adults = cast(row.adults as integer), children = cast(row.children as integer),
                version = cast(row.version as bigint)
            from unnest(cast(?1 as text[]), cast(?2 as text[]), cast(?3 as text[]), cast(?4 as text[]),
                        cast(?5 as text[]), cast(?6 as text[]), cast(?7 as text[]))
                 as row (id, occupied_from, ward, tenure, adults, children, version)
            where household.id = cast(row.id as uuid) and household.version = cast(row.version as bigint) - 1
            """;

    private static final String SURVIVING = """
            with recursive way (id, at) as (
                select id, merged_into from household where id = any (?1) and merged_into is not null
                union
                select way.id, household.merged_into from way join household on household.id = way.at
                where household.merged_into is not null)
            select way.id, way.at from way join household on household.id = way.at
            where household.merged_into is null
            """;

    private static final String WITH_MERGED = """
            with recursive tree (id) as (
                select cast(?1 as uuid)
                union
                select household.id from household join tree on household.merged_into = tree.id)
            select id from tree
            """;

    private static final String POINT =
            "update household set merged_into = ?1, version = version + 1 where id = any (?2)";

    /** Lets one registration at a time look at a home, so that two at once do not both find it empty. */
    public Uni<Void> lockHomes(Mutiny.Session session, Collection<String> uprns) {
        return session.createNativeQuery(LOCK, Long.class)
                .setParameter(1, uprns.toArray(String[]::new))
                .getSingleResult()
                .replaceWithVoid();
    }

    /** Who lives or has lived at those homes, at each home in the order of their stays. */
    public Uni<List<Household>> at(Mutiny.Session session, Collection<String> uprns) {
        return session.createNativeQuery(AT, HouseholdRow.class)
                .setParameter(1, uprns.toArray(String[]::new))
                .setReadOnly(true)
                .getResultList()
                .map(rows -> rows.stream().map(HouseholdRow::household).toList());
    }

    public Uni<Optional<Household>> find(Mutiny.Session session, UUID id) {
        return session.find(HouseholdRow.class, id)
                .map(row -> Optional.ofNullable(row).map(HouseholdRow::household));
    }

    /**
     * Finds the household as of that version.
     *
     * @throws OptimisticLockException (through the Uni) if its version is another
     */
    public Uni<Optional<Household>> find(Mutiny.Session session, UUID id, long version) {
        return find(session, id).invoke(found -> {
            if (found.isPresent() && found.get().version() != version) {
                throw new OptimisticLockException();
            }
        });
    }

    /** For each of these records that are merged, the household that it has become part of. */
    public Uni<Map<UUID, Household>> surviving(Mutiny.Session session, Collection<UUID> merged) {
        return session.createNativeQuery(SURVIVING, Object[].class)
                .setParameter(1, merged.toArray(UUID[]::new))
                .getResultList()
                .chain(ways -> {
                    Map<UUID, UUID> ends = new HashMap<>();
                    ways.forEach(way -> ends.put((UUID) way[0], (UUID) way[1]));
                    return all(session, new HashSet<>(ends.values())).map(found -> {
                        Map<UUID, Household> surviving = new HashMap<>();
                        ends.forEach((from, end) -> surviving.put(from, found.get(end)));
                        return surviving;
                    });
                });
    }

    /** Those of the households that are there. */
    public Uni<Map<UUID, Household>> all(Mutiny.Session session, Collection<UUID> ids) {
        return session.createSelectionQuery("from HouseholdRow where id in (?1)", HouseholdRow.class)
                .setParameter(1, ids)
                .setReadOnly(true)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(HouseholdRow::household)
                        .collect(Collectors.toMap(Household::id, Function.identity())));
    }

    /** The household and all records that are merged into it, by whatever way. */
    public Uni<List<UUID>> withMerged(Mutiny.Session session, UUID id) {
        return session.createNativeQuery(WITH_MERGED, UUID.class)
                .setParameter(1, id)
                .getResultList();
    }

    /** Lets one merge or reversal at a time look at the registry, until its transaction ends: they are rare. */
    public Uni<Void> lockMerges(Mutiny.Session session) {
        return session.createNativeQuery(
                        "select count(*) from (select pg_advisory_xact_lock(3, 0) offset 0) as locked", Long.class)
                .getSingleResult()
                .replaceWithVoid();
    }

    /** Lets these records point to that one, or to none. */
    public Uni<Void> point(Mutiny.Session session, Collection<UUID> ids, Optional<UUID> into) {
        return session.createNativeQuery(POINT)
                .setParameter(1, into.orElse(null))
                .setParameter(2, ids.toArray(UUID[]::new))
                .executeUpdate()
                .replaceWithVoid();
    }

    public Uni<Void> addAll(Mutiny.Session session, List<Household> households, Instant registeredAt) {
        if (households.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(ADD)
                .setParameter(1, column(households, household -> household.id().toString()))
                .setParameter(2, column(households, Household::uprn))
                .setParameter(
                        3,
                        column(households, household -> household.occupiedFrom().toString()))
                .setParameter(
                        4, optional(households, household -> household.details().ward()))
                .setParameter(
                        5, optional(households, household -> household.details().tenure()))
                .setParameter(
                        6, optional(households, household -> household.details().adults()))
                .setParameter(
                        7, optional(households, household -> household.details().children()))
                .setParameter(8, registeredAt)
                .executeUpdate()
                .replaceWithVoid();
    }

    /**
     * Writes the first day and the details of households that are there, each as its next version.
     *
     * @throws OptimisticLockException (through the Uni) if one of them has changed in between
     */
    public Uni<Void> changeAll(Mutiny.Session session, List<Household> households) {
        if (households.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(CHANGE)
                .setParameter(1, column(households, household -> household.id().toString()))
                .setParameter(
                        2,
                        column(households, household -> household.occupiedFrom().toString()))
                .setParameter(
                        3, optional(households, household -> household.details().ward()))
                .setParameter(
                        4, optional(households, household -> household.details().tenure()))
                .setParameter(
                        5, optional(households, household -> household.details().adults()))
                .setParameter(
                        6, optional(households, household -> household.details().children()))
                .setParameter(7, column(households, household -> Long.toString(household.version())))
                .executeUpdate()
                .invoke(written -> {
                    if (written < households.size()) {
                        throw new OptimisticLockException();
                    }
                })
                .replaceWithVoid();
    }

    /** Replaces the details of a household that is known to be there. */
    public Uni<Household> replaceDetails(Mutiny.Session session, UUID id, HouseholdDetails details) {
        return session.find(HouseholdRow.class, id)
                .invoke(row -> row.set(details))
                .call(session::flush)
                .map(HouseholdRow::household);
    }

    private static String[] column(List<Household> households, Function<Household, String> value) {
        return households.stream().map(value).toArray(String[]::new);
    }

    private static String[] optional(List<Household> households, Function<Household, Optional<?>> value) {
        return column(
                households,
                household -> value.apply(household).map(Object::toString).orElse(null));
    }
}
