package org.communitysolutions.shared.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.shared.transactions.Uuid7;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Takes events in exactly once. A batch's seen marks, its effect and what that publishes commit together; the offset
 * is committed afterwards, so that a crash in between delivers again what the marks then pass over.
 *
 * <p>A record that cannot be handled is parked: it and the later records of its key are held back, in order, until a
 * person releases them. All other keys go on. While the database is away the batch waits and is tried again.
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration SLOWEST_RETRY = Duration.ofSeconds(10);

    private static final String MARK_SEEN = """
            with fresh as (
                insert into seen_event (event_id)
                select distinct cast(id as uuid) from unnest(cast(?1 as text[])) as batch (id)
                on conflict do nothing returning event_id)
            select cast(event_id as text) from fresh
            """;

    private final Transactions transactions;
    private final ParkedRecords parked;
    private final MeterRegistry meters;
    private final String service;

    Inbox(
            Transactions transactions,
            ParkedRecords parked,
            MeterRegistry meters,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.transactions = transactions;
        this.parked = parked;
        this.meters = meters;
        this.service = service;
    }

    /** Handles what one poll brought; completes when all of it is either in the database or parked there. */
    public Uni<Void> receive(ConsumerRecords<String, String> polled, EventBatch work) {
        List<StoredRecord> batch = new ArrayList<>();
        for (ConsumerRecord<String, String> received : polled) {
            batch.add(StoredRecord.of(received));
        }
        return handle(batch, work);
    }

    /**
     * Handles the held-back records of {@code key} in the order they came, all or none.
     *
     * @return how many were handled; 0 if the key is not parked
     */
    public Uni<Integer> release(String key, EventBatch work) {
        return transactions.run(self(), session -> parked.takeAll(session, key)
                .chain(held -> apply(session, held, work).replaceWith(held.size())));
    }

    private Uni<Void> handle(List<StoredRecord> batch, EventBatch work) {
        if (batch.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transactions
                .run(self(), session -> parked.holdBack(session, batch).chain(free -> apply(session, free, work)))
                .onFailure(PassingTrouble::isIn)
                .invoke(trouble -> LOG.warnf(
                        "The database did not take a batch of %d events; it is tried again: %s",
                        batch.size(), PassingTrouble.describe(trouble)))
                .onFailure(PassingTrouble::isIn)
                .retry()
                .withBackOff(FIRST_RETRY, SLOWEST_RETRY)
                .indefinitely()
                .onFailure()
                .recoverWithUni(failure -> isolate(batch, failure, work));
    }

    private Uni<Void> apply(Mutiny.Session session, List<StoredRecord> records, EventBatch work) {
        if (records.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<ReceivedEvent> events = records.stream().map(ReceivedEvent::of).toList();
        return markSeen(session, events).chain(fresh -> {
            count("handled", fresh.size());
            count("seen-before", events.size() - fresh.size());
            return work.apply(session, fresh);
        });
    }

    /** Halves the batch until the record that fails stands alone, and parks it. */
    private Uni<Void> isolate(List<StoredRecord> batch, Throwable failure, EventBatch work) {
        if (batch.size() > 1) {
            int half = batch.size() / 2;
            return handle(batch.subList(0, half), work).chain(() -> handle(batch.subList(half, batch.size()), work));
        }
        StoredRecord poison = batch.getFirst();
        LOG.errorf(
                failure,
                "Parked the record %s-%d@%d and what follows for its key",
                poison.topic(),
                poison.partition(),
                poison.offset());
        count("parked", 1);
        return transactions.run(self(), session -> parked.park(session, poison, failure));
    }

    private Uni<List<ReceivedEvent>> markSeen(Mutiny.Session session, List<ReceivedEvent> events) {
        String[] ids = events.stream().map(event -> event.id().toString()).toArray(String[]::new);
        return session.createNativeQuery(MARK_SEEN, String.class)
                .setParameter(1, ids)
                .getResultList()
                .map(fresh -> firstOfEach(events, fresh.stream().collect(Collectors.toSet())));
    }

    private static List<ReceivedEvent> firstOfEach(List<ReceivedEvent> events, Set<String> fresh) {
        Map<String, ReceivedEvent> first = new LinkedHashMap<>();
        for (ReceivedEvent event : events) {
            String id = event.id().toString();
            if (fresh.contains(id)) {
                first.putIfAbsent(id, event);
            }
        }
        return List.copyOf(first.values());
    }

    private void count(String outcome, int events) {
        meters.counter("inbox.events", "outcome", outcome).increment(events);
    }

    private Caller self() {
        return Caller.service(service, Uuid7.next());
    }
}
