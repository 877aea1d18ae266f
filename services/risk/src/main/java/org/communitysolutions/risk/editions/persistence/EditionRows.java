package org.communitysolutions.risk.editions.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communitysolutions.risk.editions.KeptEdition;
import org.communitysolutions.risk.editions.ReadEditions;
import org.communitysolutions.risk.editions.domain.Approval;
import org.communitysolutions.risk.editions.domain.Approved;
import org.communitysolutions.risk.editions.domain.Edition;
import org.communitysolutions.risk.editions.domain.Heading;
import org.communitysolutions.risk.editions.domain.Live;
import org.communitysolutions.risk.editions.domain.Loaded;
import org.communitysolutions.risk.editions.domain.Replaced;
import org.communitysolutions.risk.rules.loading.EditionText;
import org.hibernate.reactive.mutiny.Mutiny;

/** The rows of editions, their approvals and switches. */
@ApplicationScoped
public class EditionRows {

    private static final String KEPT = """
        select e.version, e.factors_version, e.loaded_by, e.loaded_at, e.digest, a.approved_by, a.approved_at,
               s.switched_at,
               (select n.switched_at from edition_switch n where n.number > s.number order by n.number limit 1),
               exists (select 1 from shadow_run r where r.version = e.version and r.ended_at is null)
        from edition e left join edition_approval a on a.version = e.version
             left join lateral (select number, switched_at from edition_switch where version = e.version
                                order by number desc limit 1) s on true
        """;

    private static final String ONE = KEPT + "where e.version = ?1";

    private static final String NEWEST = KEPT + "order by e.loaded_at desc, e.version desc limit ?1";

    private static final String BEFORE = KEPT + """
        where (e.loaded_at, e.version) < (?2, ?3) order by e.loaded_at desc, e.version desc limit ?1
        """;

    private static final String ADD = """
        insert into edition (version, factors_version, factors, rules, digest, loaded_by)
        values (?1, ?2, ?3, ?4, ?5, ?6)
        """;

    private static final String APPROVE = """
        insert into edition_approval (version, loaded_by, approved_by) values (?1, ?2, ?3)
        """;

    private static final String SWITCH = """
        insert into edition_switch (version, loaded_by, switched_by) values (?1, ?2, ?3)
        """;

    /** Lets no other command about editions come in between. */
    public Uni<Void> lock(Mutiny.Session session) {
        return lock(session, StandingRows.COMMANDS_LOCK);
    }

    /** Waits for all who evaluate at this moment, and lets nobody evaluate until the transaction ends. */
    public Uni<Void> lockEvaluation(Mutiny.Session session) {
        return lock(session, StandingRows.LOCK.formatted(""));
    }

    private static Uni<Void> lock(Mutiny.Session session, String lock) {
        return session.createNativeQuery("select 1 from (select " + lock + ") as locked")
                .getSingleResult()
                .replaceWithVoid();
    }

    public Uni<Optional<KeptEdition>> find(Mutiny.Session session, String version) {
        return session.createNativeQuery(ONE, Object[].class)
                .setParameter(1, version)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(EditionRows::kept));
    }

    /** The edition's texts. */
    public Uni<Optional<EditionText>> text(Mutiny.Session session, String version) {
        return session.createNativeQuery("select factors, rules from edition where version = ?1", Object[].class)
                .setParameter(1, version)
                .getSingleResultOrNull()
                .map(row ->
                        Optional.ofNullable(row).map(texts -> EditionText.of((String) texts[0], (String) texts[1])));
    }

    /** The texts of all editions that were ever approved, by version. */
    public Uni<Map<String, EditionText>> approved(Mutiny.Session session) {
        return session.createNativeQuery(StandingRows.APPROVED, Object[].class)
                .getResultList()
                .map(rows -> {
                    Map<String, EditionText> texts = new LinkedHashMap<>();
                    rows.forEach(row -> texts.put((String) row[0], EditionText.of((String) row[1], (String) row[2])));
                    return texts;
                });
    }

    /** Up to {@code most} editions, the latest first, from behind that place. */
    public Uni<List<KeptEdition>> list(Mutiny.Session session, Optional<ReadEditions.Place> before, int most) {
        return before.map(place -> session.createNativeQuery(BEFORE, Object[].class)
                        .setParameter(2, OffsetDateTime.ofInstant(place.loadedAt(), ZoneOffset.UTC))
                        .setParameter(3, place.version()))
                .orElseGet(() -> session.createNativeQuery(NEWEST, Object[].class))
                .setParameter(1, most)
                .getResultList()
                .map(found -> found.stream().map(EditionRows::kept).toList());
    }

    /** Whether there are factors of that version that say something else. */
    public Uni<Boolean> hasOtherFactors(Mutiny.Session session, String factorsVersion, String factors) {
        return session.createNativeQuery(
                        "select exists (select 1 from edition where factors_version = ?1 and factors <> ?2)",
                        Boolean.class)
                .setParameter(1, factorsVersion)
                .setParameter(2, factors)
                .getSingleResult();
    }

    public Uni<Void> add(
            Mutiny.Session session, String version, String factorsVersion, EditionText text, String loader) {
        return session.createNativeQuery(ADD)
                .setParameter(1, version)
                .setParameter(2, factorsVersion)
                .setParameter(3, text.factors().text())
                .setParameter(4, text.rules().text())
                .setParameter(5, text.digest())
                .setParameter(6, loader)
                .executeUpdate()
                .replaceWithVoid();
    }

    public Uni<Void> approve(Mutiny.Session session, Heading heading, String approver) {
        return said(session, APPROVE, heading, approver);
    }

    /** Makes it the live one from now on. */
    public Uni<Void> goLive(Mutiny.Session session, Heading heading, String switcher) {
        return said(session, SWITCH, heading, switcher);
    }

    private static Uni<Void> said(Mutiny.Session session, String sql, Heading heading, String by) {
        return session.createNativeQuery(sql)
                .setParameter(1, heading.version())
                .setParameter(2, heading.loadedBy())
                .setParameter(3, by)
                .executeUpdate()
                .replaceWithVoid();
    }

    private static KeptEdition kept(Object[] row) {
        Heading heading = new Heading((String) row[0], (String) row[1], (String) row[2], instant(row[3]));
        return new KeptEdition(edition(heading, row), (String) row[4], (Boolean) row[9]);
    }

    private static Edition edition(Heading heading, Object[] row) {
        if (row[5] == null) {
            return new Loaded(heading);
        }
        Approval approval = new Approval((String) row[5], instant(row[6]));
        if (row[7] == null) {
            return new Approved(heading, approval);
        }
        return row[8] == null
                ? new Live(heading, approval, instant(row[7]))
                : new Replaced(heading, approval, instant(row[7]), instant(row[8]));
    }

    private static Instant instant(Object column) {
        return ((OffsetDateTime) column).toInstant();
    }
}
