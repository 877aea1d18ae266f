package org.communitysolutions.shared.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.shared.transactions.Uuid7;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Tells how far the outbox's connector is behind. PostgreSQL says by its replication slot which part of the log was confirmed;
 * how old the rest is follows from where the log ended at which time. Until a connector has made the slot there is none, and
 * then the age grows from the start of the service.
 */
@ApplicationScoped
class OutboxWatch {

    private static final String SLOT = """
            select cast(pg_current_wal_insert_lsn() - '0/0' as bigint),
                   cast(coalesce(confirmed_flush_lsn, '0/0') - '0/0' as bigint),
                   coalesce(active, false),
                   slot_name is not null and coalesce(wal_status, 'lost') <> 'lost'
            from (select 1) as always left join pg_replication_slots on slot_name = ?1
            """;

    private final Transactions transactions;
    private final Clock clock;
    private final String service;
    private final String slot;
    private final LogAges ages;
    private volatile State state = State.UNKNOWN;

    OutboxWatch(
            Transactions transactions,
            Clock clock,
            MeterRegistry meters,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "database") String database) {
        this.transactions = transactions;
        this.clock = clock;
        this.service = service;
        this.slot = database + "_outbox";
        this.ages = new LogAges();
        Gauge.builder("outbox.slot.lag", () -> state.behind())
                .description(
                        "Log that the outbox's connector has not confirmed; of all that is in it, not of the outbox alone")
                .baseUnit("bytes")
                .register(meters);
        Gauge.builder("outbox.age", () -> state.age())
                .description("How long ago the log was written that the outbox's connector has not confirmed yet")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("outbox.slot.active", () -> state.active())
                .description("1 while a connector reads the outbox's replication slot")
                .register(meters);
        Gauge.builder("outbox.slot.usable", () -> state.usable())
                .description(
                        "1 while the outbox's replication slot exists and PostgreSQL has kept the log that it needs")
                .register(meters);
    }

    /** As of the last look; figures that are not known yet are no numbers, which Prometheus shows as such. */
    private record State(double behind, double age, double active, double usable) {
        static final State UNKNOWN = new State(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    @Scheduled(every = "{outbox.watched-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return transactions
                .run(Caller.service(service, Uuid7.next()), this::read)
                .invoke(found -> state = found)
                .replaceWithVoid();
    }

    private Uni<State> read(Mutiny.Session session) {
        return session.createNativeQuery(SLOT, Object[].class)
                .setParameter(1, slot)
                .getSingleResult()
                .map(row ->
                        state(((Number) row[0]).longValue(), ((Number) row[1]).longValue(), (Boolean) row[2], (Boolean)
                                row[3]));
    }

    private State state(long end, long confirmed, boolean active, boolean usable) {
        Instant now = clock.instant();
        ages.ended(end, now);
        return new State(
                confirmed == 0 ? Double.NaN : (double) Math.max(0, end - confirmed),
                ages.since(confirmed, now).toMillis() / 1000.0,
                active ? 1 : 0,
                usable ? 1 : 0);
    }
}
