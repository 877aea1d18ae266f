package org.communitysolutions.risk.stream;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.communitysolutions.risk.journal.EventData;
import org.communitysolutions.risk.rules.Evaluator;
import org.communitysolutions.risk.tasks.AnnounceTasks;
import org.communitysolutions.shared.messaging.Announcement;
import org.communitysolutions.shared.messaging.EventBatch;
import org.communitysolutions.shared.messaging.Outbox;
import org.communitysolutions.shared.messaging.ReceivedEvent;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Uuid7;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Takes in a batch of events that were not seen before; they are in the journal already. The households that they are
 * about are evaluated once each, however many of the events are theirs.
 */
@ApplicationScoped
public class TakeInEvents implements EventBatch {

    private final EvaluateHouseholds evaluate;
    private final Outbox outbox;
    private final String service;
    private final Clock clock;
    private final Set<String> relevant;
    private final DistributionSummary batches;
    private final Timer happenedToTask;
    private final Timer recordedToTask;

    TakeInEvents(
            EvaluateHouseholds evaluate,
            Evaluator evaluator,
            Outbox outbox,
            Clock clock,
            MeterRegistry meters,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.evaluate = evaluate;
        this.outbox = outbox;
        this.clock = clock;
        this.service = service;
        this.relevant = evaluator.book().relevantTypes();
        this.batches = meters.summary("risk.batch.events");
        this.happenedToTask = meters.timer("risk.task.lag", "from", "happened");
        this.recordedToTask = meters.timer("risk.task.lag", "from", "recorded");
    }

    @Override
    public Uni<Void> apply(Mutiny.Session session, List<ReceivedEvent> events) {
        batches.record(events.size());
        LinkedHashMap<UUID, ReceivedEvent> latest = new LinkedHashMap<>();
        for (ReceivedEvent event : events) {
            if (relevant.contains(EventData.type(event))) {
                event.subject().ifPresent(household -> latest.put(household, event));
            }
        }
        if (latest.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return evaluate.handle(session, latest.sequencedKeySet())
                .map(announcements -> announcements.stream()
                        .map(announcement -> announcement.causedBy(latest.get(announcement.key())))
                        .toList())
                .invoke(this::measure)
                .chain(announcements -> outbox.append(session, Caller.service(service, Uuid7.next()), announcements));
    }

    private void measure(List<Announcement> announcements) {
        Instant now = clock.instant();
        for (Announcement announcement : announcements) {
            if (AnnounceTasks.asksForHelp(announcement)) {
                happenedToTask.record(Duration.between(announcement.occurredAt(), now));
                announcement
                        .cause()
                        .ifPresent(cause -> recordedToTask.record(Duration.between(cause.recordedAt(), now)));
            }
        }
    }
}
