package org.communitysolutions.debtadvice.household.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.communitysolutions.debtadvice.household.Households.Known;
import org.hibernate.reactive.mutiny.Mutiny;

/** The rows of the households that are known. */
@ApplicationScoped
public class HouseholdRows {

    private static final String ADD = """
            insert into household (id, uprn, registered_on)
            select cast(id as uuid), uprn, cast(registered_on as date)
            from unnest(cast(?1 as text[]), cast(?2 as text[]), cast(?3 as text[])) as row (id, uprn, registered_on)
            on conflict (id) do update set uprn = excluded.uprn where household.uprn is null
            """;

    private static final String LATEST_AT = """
            select distinct on (uprn) uprn, id from household
            where uprn = any (cast(?1 as text[])) order by uprn, registered_on desc, id desc
            """;

    public Uni<Void> add(Mutiny.Session session, List<Known> households) {
        Map<UUID, Known> once =
                households.stream().collect(Collectors.toMap(Known::id, Function.identity(), (a, b) -> a));
        return session.createNativeQuery(ADD)
                .setParameter(1, column(once, household -> household.id().toString()))
                .setParameter(2, column(once, household -> household.uprn().orElse(null)))
                .setParameter(
                        3, column(once, household -> household.registeredOn().toString()))
                .executeUpdate()
                .replaceWithVoid();
    }

    public Uni<Map<String, UUID>> latestAt(Mutiny.Session session, Set<String> uprns) {
        return session.createNativeQuery(LATEST_AT, Object[].class)
                .setParameter(1, uprns.toArray(String[]::new))
                .getResultList()
                .map(found -> found.stream().collect(Collectors.toMap(row -> (String) row[0], row -> (UUID) row[1])));
    }

    public Uni<Boolean> exists(Mutiny.Session session, UUID household) {
        return session.createNativeQuery("select exists (select 1 from household where id = ?1)", Boolean.class)
                .setParameter(1, household)
                .getSingleResult();
    }

    private static String[] column(Map<UUID, Known> households, Function<Known, String> value) {
        return households.values().stream().map(value).toArray(String[]::new);
    }
}
