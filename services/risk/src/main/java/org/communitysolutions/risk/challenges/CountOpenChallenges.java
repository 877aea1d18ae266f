package org.communitysolutions.risk.challenges;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import org.communitysolutions.risk.challenges.persistence.ChallengeRows;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.shared.transactions.Uuid7;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Counts the challenges that wait for a decision, for whoever watches the service. Restricted ones are not among them. */
@ApplicationScoped
class CountOpenChallenges {

    private final Transactions transactions;
    private final ChallengeRows rows;
    private final String service;
    private final AtomicLong open;

    CountOpenChallenges(
            Transactions transactions,
            ChallengeRows rows,
            MeterRegistry meters,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.transactions = transactions;
        this.rows = rows;
        this.service = service;
        this.open = new AtomicLong();
        Gauge.builder("risk.challenges.open", open::get)
                .description("Standard challenges that nobody has decided")
                .register(meters);
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> count() {
        return transactions
                .run(Caller.service(service, Uuid7.next()), rows::countOpen)
                .invoke(open::set)
                .replaceWithVoid();
    }
}
