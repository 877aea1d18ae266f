package org.communitysolutions.shared.messaging;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.shared.transactions.Uuid7;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

/** Lets go of what has served: published outbox rows, seen marks older than any topic, results of old commands. */
@ApplicationScoped
class Housekeeping {

    private final Transactions transactions;
    private final String service;
    private final int outboxDays;
    private final int seenDays;
    private final int resultDays;

    Housekeeping(
            Transactions transactions,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "retention.outbox-days") int outboxDays,
            @ConfigProperty(name = "retention.seen-days") int seenDays,
            @ConfigProperty(name = "retention.idempotent-result-days") int resultDays) {
        this.transactions = transactions;
        this.service = service;
        this.outboxDays = outboxDays;
        this.seenDays = seenDays;
        this.resultDays = resultDays;
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tidy() {
        return transactions.run(Caller.service(service, Uuid7.next()), session -> purge(
                        session, "delete from outbox where created_at < now() - make_interval(days => ?1)", outboxDays)
                .chain(() -> purge(
                        session, "delete from seen_event where seen_at < now() - make_interval(days => ?1)", seenDays))
                .chain(() -> purge(
                        session,
                        "delete from idempotent_result where created_at < now() - make_interval(days => ?1)",
                        resultDays)));
    }

    private static Uni<Void> purge(Mutiny.Session session, String statement, int days) {
        return session.createNativeQuery(statement)
                .setParameter(1, days)
                .executeUpdate()
                .replaceWithVoid();
    }
}
