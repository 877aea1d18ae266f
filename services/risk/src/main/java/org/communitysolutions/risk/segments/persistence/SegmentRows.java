package org.communitysolutions.risk.segments.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.communitysolutions.risk.rules.Band;
import org.communitysolutions.risk.rules.Vocabulary;
import org.communitysolutions.risk.segments.FoundHousehold;
import org.communitysolutions.risk.segments.Group;
import org.communitysolutions.risk.segments.SegmentQuery;
import org.communitysolutions.risk.segments.UnknownHousehold;
import org.communitysolutions.risk.segments.Viewer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds households by what they amount to, as the stream last wrote it. */
@ApplicationScoped
public class SegmentRows {

    /** By the row that has all of a household that the viewer may see; one that is merged counts with the other alone. */
    private static final String STANDARD = """
         from household_state h where not h.restricted
            and not exists (select from merged_household m where m.household = h.household) and
        """;

    private static final String CLEARED = """
         from household_state h where (h.restricted or not exists (
            select from household_state r where r.household = h.household and r.restricted))
            and not exists (select from merged_household m where m.household = h.household) and
        """;

    private static final String GROUPED = """
         as known, h.ward, h.band, coalesce(h.tenure, 'unknown') as tenure,
            case when h.children is null then 'UNKNOWN' when h.children > 0 then 'WITH_CHILDREN'
                 else 'WITHOUT_CHILDREN' end as with_children, count(*) as households
        """;

    private static final String LISTED = """
        select h.household, h.ward, h.tenure, h.adults, h.children, h.score, h.band,
               array_to_string(array(select jsonb_object_keys(h.factors) order by 1), ',') as codes,
               array_to_string(h.open_work, ',') as kinds
        """;

    private final Set<String> knownBy;
    private final Duration againAfter;
    private final BeganBy beganBy;

    SegmentRows(
            @ConfigProperty(name = "segments.known-by") Set<String> knownBy,
            @ConfigProperty(name = "outreach.again-after") Duration againAfter,
            Vocabulary vocabulary,
            BeganBy beganBy) {
        if (!vocabulary.work().keySet().containsAll(knownBy)) {
            throw new IllegalArgumentException("segments.known-by is %s, expected some of %s"
                    .formatted(knownBy, vocabulary.work().keySet()));
        }
        this.knownBy = knownBy;
        this.againAfter = againAfter;
        this.beganBy = beganBy;
    }

    /** Those of the wards in which no household lives that everybody may know of. */
    public Uni<List<String>> withoutHouseholds(Mutiny.Session session, Set<String> wards) {
        return session.createNativeQuery("""
                        select w.ward from unnest(cast(?1 as text[])) as w (ward)
                        where not exists (select from household_state h where h.ward = w.ward and not h.restricted)
                        """, String.class)
                .setParameter(1, wards.toArray(String[]::new))
                .getResultList();
    }

    /** All that the query finds, in groups that are alike; ordered by ward. */
    public Uni<List<Group>> groups(Mutiny.Session session, Viewer viewer, SegmentQuery query, Instant asOf) {
        Predicate predicate = new Predicate(asOf);
        String sql = "select " + known(predicate) + GROUPED + from(viewer) + predicate.of(query)
                + " group by 1, 2, 3, 4, 5 order by h.ward";
        return predicate
                .set(session.createNativeQuery(sql, Object[].class))
                .getResultList()
                .map(rows -> rows.stream().map(SegmentRows::group).toList());
    }

    /** The known ones that the query finds after that id, in the order of their ids. */
    public Uni<List<FoundHousehold>> known(
            Mutiny.Session session, Viewer viewer, SegmentQuery query, Instant asOf, Optional<UUID> after, int most) {
        Predicate predicate = new Predicate(asOf);
        String sql = LISTED + from(viewer) + predicate.of(query) + " and " + known(predicate) + " and h.household > "
                + predicate.with(after.orElse(new UUID(0, 0))) + " order by h.household";
        return predicate
                .set(session.createNativeQuery(sql, Object[].class))
                .setMaxResults(most)
                .getResultList()
                .map(rows -> rows.stream().map(SegmentRows::found).toList());
    }

    /** Up to {@code most} unknown ones that the query finds and that may be reached out to, the gravest score first. */
    public Uni<List<UnknownHousehold>> unknown(
            Mutiny.Session session, Viewer viewer, SegmentQuery query, Instant asOf, int most) {
        Predicate predicate = new Predicate(asOf);
        String sql = "select h.household, cast(h.factors as text)" + from(viewer) + predicate.of(query) + " and not "
                + known(predicate) + " and not " + leftAlone(predicate, asOf)
                + " order by h.score desc, h.household";
        return predicate
                .set(session.createNativeQuery(sql, Object[].class))
                .setMaxResults(most)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new UnknownHousehold((UUID) row[0], beganBy.of((String) row[1], query.grounds())))
                        .toList());
    }

    /** Of whom it is not kept yet whether work is open, nobody may take to be unknown. */
    private String known(Predicate predicate) {
        return "(h.open_work is null or h.open_work && " + predicate.withTexts(knownBy) + ")";
    }

    /**
     * Whom outreach asked for a short time ago, and who objects: contests something that nobody has decided yet, or was
     * right to contest a task. Whoever else must not be reached out to belongs here.
     */
    private String leftAlone(Predicate predicate, Instant asOf) {
        return """
            (exists (select from raised_task t where t.household = h.household and t.proposal is not null
                     and t.raised_at > %s)
             or exists (select from challenge c where c.household = h.household and (not c.restricted or h.restricted)
                        and (c.state = 'OPEN' or c.state = 'UPHELD' and c.subject = 'TASK')))
            """.formatted(predicate.with(asOf.minus(againAfter)));
    }

    private static String from(Viewer viewer) {
        return viewer.clearance().isRestricted() ? CLEARED : STANDARD;
    }

    private static Group group(Object[] row) {
        return new Group(
                (Boolean) row[0],
                Optional.ofNullable((String) row[1]),
                Band.valueOf((String) row[2]),
                new Group.Kind((String) row[3], Group.Children.valueOf((String) row[4])),
                ((Number) row[5]).longValue());
    }

    private static FoundHousehold found(Object[] row) {
        return new FoundHousehold(
                (UUID) row[0],
                Optional.ofNullable((String) row[1]),
                Optional.ofNullable((String) row[2]),
                Optional.ofNullable((Integer) row[3]),
                Optional.ofNullable((Integer) row[4]),
                (Integer) row[5],
                Band.valueOf((String) row[6]),
                codes(row[7]),
                codes(row[8]));
    }

    /** Codes have no commas. */
    private static List<String> codes(Object joined) {
        return joined == null || joined.equals("") ? List.of() : List.of(((String) joined).split(",", -1));
    }
}
