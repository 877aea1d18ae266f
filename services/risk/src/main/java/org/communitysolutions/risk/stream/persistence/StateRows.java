package org.communitysolutions.risk.stream.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.communitysolutions.risk.rules.Band;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.rules.HeldFactor;
import org.communitysolutions.risk.rules.HouseholdState;
import org.communitysolutions.risk.rules.Rulebook;
import org.communitysolutions.risk.stream.Evaluated;
import org.communitysolutions.risk.stream.StoredState;
import org.hibernate.reactive.mutiny.Mutiny;

/** The rows of households, of their evaluations and of the factors they have. */
@ApplicationScoped
public class StateRows {

    private static final String ADD = """
        insert into household (household) select distinct cast(id as uuid) from unnest(cast(?1 as text[])) as h (id)
        order by 1 on conflict do nothing
        """;

    private static final String LOCK = """
        select household from household where household = any (cast(cast(?1 as text[]) as uuid[]))
        order by household for update
        """;

    private static final String NEXT =
            "select household from household where household > ?1 order by household limit ?2";

    private static final String EVALUATIONS = """
        select household, restricted, score, band from household_evaluation
        where household = any (cast(cast(?1 as text[]) as uuid[]))
        """;

    private static final String FACTORS = """
        select household, restricted, factor, since, began_by from household_factor
        where household = any (cast(cast(?1 as text[]) as uuid[]))
        """;

    private static final String KEEP_FACTS = """
        update household h set tenure = f.tenure, ward = f.ward, adults = cast(f.adults as integer),
               children = cast(f.children as integer)
        from unnest(cast(?1 as text[]), cast(?2 as text[]), cast(?3 as text[]), cast(?4 as text[]),
                    cast(?5 as text[])) as f (household, tenure, ward, adults, children)
        where h.household = cast(f.household as uuid)
          and (h.tenure, h.ward, h.adults, h.children) is distinct from
              (f.tenure, f.ward, cast(f.adults as integer), cast(f.children as integer))
        """;

    private static final String KEEP_EVALUATIONS = """
        insert into household_evaluation (household, restricted, score, band, as_of, factors_version, rules_version)
        select cast(household as uuid), cast(restricted as boolean), cast(score as integer), band,
               cast(as_of as timestamptz), ?6, ?7
        from unnest(cast(?1 as text[]), cast(?2 as text[]), cast(?3 as text[]), cast(?4 as text[]),
                    cast(?5 as text[])) as e (household, restricted, score, band, as_of)
        on conflict (household, restricted) do update set score = excluded.score, band = excluded.band,
            as_of = excluded.as_of, factors_version = excluded.factors_version,
            rules_version = excluded.rules_version
        """;

    private static final String FORGET_FACTORS = """
        delete from household_factor f
        using unnest(cast(?1 as text[]), cast(?2 as text[]), cast(?3 as text[])) as k (household, restricted, factor)
        where f.household = cast(k.household as uuid) and f.restricted = cast(k.restricted as boolean)
          and f.factor = k.factor
        """;

    private static final String KEEP_FACTORS = """
        insert into household_factor (household, restricted, factor, since, began_by, latest_at, stands_until,
                                      level, trend)
        select cast(household as uuid), cast(restricted as boolean), factor, cast(since as timestamptz),
               cast(began_by as uuid), cast(latest_at as timestamptz), cast(stands_until as timestamptz),
               cast(level as bigint), trend
        from unnest(cast(?1 as text[]), cast(?2 as text[]), cast(?3 as text[]), cast(?4 as text[]),
                    cast(?5 as text[]), cast(?6 as text[]), cast(?7 as text[]), cast(?8 as text[]),
                    cast(?9 as text[]))
             as k (household, restricted, factor, since, began_by, latest_at, stands_until, level, trend)
        on conflict (household, restricted, factor) do update set since = excluded.since,
            began_by = excluded.began_by, latest_at = excluded.latest_at, stands_until = excluded.stands_until,
            level = excluded.level, trend = excluded.trend
        """;

    private record Evaluation(UUID household, Clearance clearance, HouseholdState state) {}

    private record Factor(UUID household, Clearance clearance, HeldFactor held) {}

    private record Lost(UUID household, Clearance clearance, String factor) {}

    /** Locks the households until the transaction ends, in the order of their ids; those not there yet are added. */
    public Uni<Void> lock(Mutiny.Session session, Collection<UUID> households) {
        String[] ids = ids(households);
        return session.createNativeQuery(ADD)
                .setParameter(1, ids)
                .executeUpdate()
                .chain(() -> session.createNativeQuery(LOCK, UUID.class)
                        .setParameter(1, ids)
                        .getResultList())
                .replaceWithVoid();
    }

    /** The next households after that one, in the order of their ids. */
    public Uni<List<UUID>> after(Mutiny.Session session, UUID household, int most) {
        return session.createNativeQuery(NEXT, UUID.class)
                .setParameter(1, household)
                .setParameter(2, most)
                .getResultList();
    }

    /** What was last kept of the households. */
    public Uni<Map<UUID, Map<Clearance, StoredState>>> stored(Mutiny.Session session, Collection<UUID> households) {
        String[] ids = ids(households);
        Map<UUID, Map<Clearance, StoredState>> stored = new HashMap<>();
        return session.createNativeQuery(EVALUATIONS, Object[].class)
                .setParameter(1, ids)
                .getResultList()
                .invoke(rows -> rows.forEach(row -> stored.computeIfAbsent(
                                (UUID) row[0], household -> new EnumMap<>(Clearance.class))
                        .put(
                                clearance(row[1]),
                                new StoredState((Integer) row[2], Band.valueOf((String) row[3]), new HashMap<>()))))
                .chain(() -> session.createNativeQuery(FACTORS, Object[].class)
                        .setParameter(1, ids)
                        .getResultList())
                .invoke(rows -> rows.forEach(row -> stored.get((UUID) row[0])
                        .get(clearance(row[1]))
                        .factors()
                        .put((String) row[2], new StoredState.StoredFactor(((OffsetDateTime) row[3]).toInstant(), (UUID)
                                row[4]))))
                .replaceWith(stored);
    }

    /** Keeps what the households' histories amount to. */
    public Uni<Void> keep(
            Mutiny.Session session, List<Evaluated> all, Map<UUID, Map<Clearance, StoredState>> stored, Rulebook book) {
        if (all.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Evaluation> evaluations = new ArrayList<>();
        List<Factor> factors = new ArrayList<>();
        for (Evaluated household : all) {
            household.states().forEach((clearance, state) -> {
                evaluations.add(new Evaluation(household.household(), clearance, state));
                state.factors().forEach(held -> factors.add(new Factor(household.household(), clearance, held)));
            });
        }
        return keepFacts(session, all)
                .chain(() -> keepEvaluations(session, evaluations, book))
                .chain(() -> forgetFactors(session, lost(stored, factors)))
                .chain(() -> keepFactors(session, factors));
    }

    private static Uni<Integer> keepFacts(Mutiny.Session session, List<Evaluated> all) {
        return session.createNativeQuery(KEEP_FACTS)
                .setParameter(1, column(all, Evaluated::household))
                .setParameter(2, column(all, row -> row.facts().tenure()))
                .setParameter(3, column(all, row -> row.facts().ward()))
                .setParameter(4, column(all, row -> row.facts().adults()))
                .setParameter(5, column(all, row -> row.facts().children()))
                .executeUpdate();
    }

    private static Uni<Integer> keepEvaluations(Mutiny.Session session, List<Evaluation> rows, Rulebook book) {
        return session.createNativeQuery(KEEP_EVALUATIONS)
                .setParameter(1, column(rows, Evaluation::household))
                .setParameter(2, column(rows, row -> row.clearance().isRestricted()))
                .setParameter(3, column(rows, row -> row.state().score()))
                .setParameter(4, column(rows, row -> row.state().band().name()))
                .setParameter(5, column(rows, row -> row.state().asOf()))
                .setParameter(6, book.factorsEdition().version())
                .setParameter(7, book.rulesEdition().version())
                .executeUpdate();
    }

    private static List<Lost> lost(Map<UUID, Map<Clearance, StoredState>> stored, List<Factor> kept) {
        Set<Lost> lost = new HashSet<>();
        stored.forEach((household, states) -> states.forEach((clearance, state) ->
                state.factors().keySet().forEach(factor -> lost.add(new Lost(household, clearance, factor)))));
        kept.forEach(factor -> lost.remove(
                new Lost(factor.household(), factor.clearance(), factor.held().code())));
        return List.copyOf(lost);
    }

    private static Uni<Integer> forgetFactors(Mutiny.Session session, List<Lost> lost) {
        return lost.isEmpty()
                ? Uni.createFrom().item(0)
                : session.createNativeQuery(FORGET_FACTORS)
                        .setParameter(1, column(lost, Lost::household))
                        .setParameter(2, column(lost, row -> row.clearance().isRestricted()))
                        .setParameter(3, column(lost, Lost::factor))
                        .executeUpdate();
    }

    private static Uni<Void> keepFactors(Mutiny.Session session, List<Factor> rows) {
        return session.createNativeQuery(KEEP_FACTORS)
                .setParameter(1, column(rows, Factor::household))
                .setParameter(2, column(rows, row -> row.clearance().isRestricted()))
                .setParameter(3, column(rows, row -> row.held().code()))
                .setParameter(4, column(rows, row -> row.held().since()))
                .setParameter(5, column(rows, row -> row.held().began()))
                .setParameter(6, column(rows, row -> row.held().latestAt()))
                .setParameter(7, column(rows, row -> row.held().standsUntil()))
                .setParameter(8, column(rows, row -> row.held().level()))
                .setParameter(9, column(rows, row -> row.held().trend().name()))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Clearance clearance(Object restricted) {
        return (Boolean) restricted ? Clearance.RESTRICTED : Clearance.STANDARD;
    }

    private static String[] ids(Collection<UUID> households) {
        return households.stream().map(UUID::toString).toArray(String[]::new);
    }

    private static <T> String[] column(List<T> rows, Function<T, Object> value) {
        return rows.stream().map(value).map(StateRows::text).toArray(String[]::new);
    }

    private static String text(Object value) {
        return switch (value) {
            case Optional<?> optional -> optional.map(Object::toString).orElse(null);
            case OptionalLong optional -> optional.isPresent() ? Long.toString(optional.getAsLong()) : null;
            default -> value.toString();
        };
    }
}
