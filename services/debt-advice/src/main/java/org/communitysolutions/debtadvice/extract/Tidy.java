package org.communitysolutions.debtadvice.extract;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.communitysolutions.debtadvice.extract.persistence.ExtractRows;
import org.communitysolutions.debtadvice.extract.persistence.LineRows;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.shared.transactions.Uuid7;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets go of uploads that stopped arriving, and of the lines of extracts that were applied long ago. */
@ApplicationScoped
class Tidy {

    private final Transactions transactions;
    private final ExtractRows extracts;
    private final LineRows lines;
    private final ExtractSettings settings;
    private final Clock clock;
    private final String service;

    Tidy(
            Transactions transactions,
            ExtractRows extracts,
            LineRows lines,
            ExtractSettings settings,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.transactions = transactions;
        this.extracts = extracts;
        this.lines = lines;
        this.settings = settings;
        this.clock = clock;
        this.service = service;
    }

    @Scheduled(every = "15m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tidy() {
        return transactions
                .run(Caller.service(service, Uuid7.next()), session -> extracts.discardAbandoned(
                                session, clock.instant(), settings.abandonedAfter())
                        .chain(() -> lines.purge(session, settings.linesKeptDays())))
                .replaceWithVoid();
    }
}
