package org.communitysolutions.risk.editions;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.communitysolutions.risk.editions.persistence.StandingRows;
import org.communitysolutions.risk.rules.Evaluator;
import org.communitysolutions.risk.rules.loading.EditionText;
import org.communitysolutions.risk.rules.loading.ReadRulebook;
import org.communitysolutions.risk.rules.loading.RulesRefused;
import org.communitysolutions.risk.workers.OnWorkers;
import org.communitysolutions.shared.messaging.FailureOutline;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The editions of factors and rules that the database has, ready to evaluate by. */
@ApplicationScoped
public class Editions {

    private static final Logger LOG = Logger.getLogger(Editions.class);
    private static final int MOST_KEPT = 16;

    private final AgroalDataSource database;
    private final StandingRows rows;
    private final ReadRulebook read;
    private final ReleasedEdition released;
    private final MeterRegistry meters;
    private final LocalDate asksFrom;
    private final Map<String, Evaluator> ready = new LinkedHashMap<>(MOST_KEPT, 0.75f, true);
    private volatile Followed followed;

    Editions(
            @DataSource("stream") AgroalDataSource database,
            StandingRows rows,
            ReadRulebook read,
            ReleasedEdition released,
            MeterRegistry meters,
            @ConfigProperty(name = "rules.asks-from") Optional<LocalDate> asksFrom) {
        this.database = database;
        this.rows = rows;
        this.read = read;
        this.released = released;
        this.meters = meters;
        this.asksFrom = asksFrom.orElse(LocalDate.MIN);
    }

    private record Followed(StandingRows.Standing standing, RulesInForce rules) {}

    /** Before anything evaluates. A service without an edition that it can read does not start. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent started) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                released.putIn(connection).ifPresent(evaluator -> keep(RulesInForce.version(evaluator), evaluator));
                follow(connection, rows.read(connection));
                connection.commit();
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            }
        }
    }

    /** What an instance without lanes learns of a switch by; one with lanes has learnt of it with its transactions. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (followed == null) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            follow(connection, rows.read(connection));
        } catch (SQLException | RuntimeException failure) {
            LOG.warnf("Which edition is live was not looked at: %s", FailureOutline.of(failure));
        }
    }

    /** The live edition, which asks from the day set. It is at most a second behind where nothing is evaluated. */
    public Evaluator live() {
        return followed.rules().live();
    }

    boolean isAnyInShadow() {
        return followed != null && followed.rules().shadow().isPresent();
    }

    /**
     * What is in force until the transaction of that connection ends, to be asked first thing in each transaction that
     * writes what was evaluated. A switch waits for the transaction.
     *
     * @throws EditionUnusable if this release cannot read it
     */
    public RulesInForce inForce(Connection connection) throws SQLException {
        return follow(connection, rows.hold(connection));
    }

    /**
     * The edition of that version, asking for whatever it would ever have asked for; empty if it was never loaded. Reads the
     * database unless it was asked for lately.
     *
     * @throws EditionUnusable if this release cannot read it
     */
    public Optional<Evaluator> of(String version) {
        Optional<Evaluator> known = known(version);
        if (known.isPresent()) {
            return known;
        }
        try (Connection connection = database.getConnection()) {
            return of(connection, version);
        } catch (SQLException e) {
            throw new IllegalStateException("The edition %s cannot be read".formatted(version), e);
        }
    }

    /** As {@link #of}, where nothing may block. */
    public Uni<Optional<Evaluator>> find(String version) {
        return OnWorkers.get(() -> of(version));
    }

    /**
     * The edition that was live just before that moment; the first one if none was yet, and the live one if this release
     * cannot read that of then.
     */
    public Uni<Evaluator> liveBefore(Instant moment) {
        return OnWorkers.get(() -> {
            try (Connection connection = database.getConnection()) {
                return of(connection, rows.liveBefore(connection, moment)).orElseThrow();
            } catch (SQLException e) {
                throw new IllegalStateException("The edition of a past day cannot be read", e);
            } catch (EditionUnusable unusable) {
                LOG.warnf("%s: the live one stands in for it", unusable.getMessage());
                return live();
            }
        });
    }

    private RulesInForce follow(Connection connection, StandingRows.Standing standing) throws SQLException {
        Followed before = followed;
        if (before != null && before.standing().equals(standing)) {
            return before.rules();
        }
        RulesInForce rules = rules(connection, standing);
        followed = new Followed(standing, rules);
        Gauge.builder(
                        "risk.edition.live",
                        this,
                        editions ->
                                rules.version().equals(editions.followed.rules().version()) ? 1 : 0)
                .description("1 for the version of the rules that is live")
                .tag("version", rules.version())
                .register(meters);
        LOG.infof(
                "Live: factors %s, rules %s (%d rules)%s",
                rules.live().book().factorsEdition().version(),
                rules.version(),
                rules.live().book().rules().size(),
                standing.shadow()
                        .map(shadow -> "; in shadow: " + shadow.version())
                        .orElse(""));
        return rules;
    }

    private RulesInForce rules(Connection connection, StandingRows.Standing standing) throws SQLException {
        Evaluator live = of(connection, standing.live().orElseThrow()).orElseThrow();
        return new RulesInForce(
                live.askingFrom(asksFrom),
                standing.shadow().isEmpty()
                        ? Optional.empty()
                        : shadow(connection, standing.shadow().get()));
    }

    /** What is asked for real does not depend on what would be asked. */
    private Optional<RulesInForce.Shadow> shadow(Connection connection, StandingRows.Shadow shadow)
            throws SQLException {
        try {
            return of(connection, shadow.version())
                    .map(evaluator -> new RulesInForce.Shadow(shadow.run(), evaluator.askingFrom(asksFrom)));
        } catch (EditionUnusable unusable) {
            LOG.warnf("%s: nothing is evaluated by it", unusable.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Evaluator> of(Connection connection, String version) throws SQLException {
        Optional<Evaluator> known = known(version);
        if (known.isPresent()) {
            return known;
        }
        Optional<EditionText> text = rows.text(connection, version);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(keep(version, read.read(text.get())));
        } catch (RulesRefused refused) {
            throw new EditionUnusable(version, refused);
        }
    }

    private Optional<Evaluator> known(String version) {
        synchronized (ready) {
            return Optional.ofNullable(ready.get(version));
        }
    }

    private Evaluator keep(String version, Evaluator evaluator) {
        synchronized (ready) {
            ready.put(version, evaluator);
            if (ready.size() > MOST_KEPT) {
                Iterator<String> longestUnused = ready.keySet().iterator();
                longestUnused.next();
                longestUnused.remove();
            }
            return evaluator;
        }
    }
}
