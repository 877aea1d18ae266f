package org.communitysolutions.shared.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.shared.transactions.Uuid7;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Counts the keys that stand still, mostly households, and the records that wait for them; restricted ones with the others. */
@ApplicationScoped
class StandingStill {

    private static final String COUNT =
            "select (select count(*) from parked_key), (select count(*) from parked_record)";

    private final Transactions transactions;
    private final String service;
    private volatile long keys;
    private volatile long records;

    StandingStill(
            Transactions transactions,
            MeterRegistry meters,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.transactions = transactions;
        this.service = service;
        Gauge.builder("inbox.parked.keys", () -> keys)
                .description("Keys that stand still because one of their events could not be handled")
                .register(meters);
        Gauge.builder("inbox.parked.records", () -> records)
                .description("Events that wait behind one of their key which could not be handled")
                .register(meters);
    }

    @Scheduled(every = "{inbox.counted-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> count() {
        return transactions
                .run(Caller.service(service, Uuid7.next()), session -> session.createNativeQuery(COUNT, Object[].class)
                        .getSingleResult())
                .invoke(row -> {
                    keys = ((Number) row[0]).longValue();
                    records = ((Number) row[1]).longValue();
                })
                .replaceWithVoid();
    }
}
