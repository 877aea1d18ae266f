package org.communitysolutions.shared.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
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
@DefaultBean
public class Inbox implements HeldBackEvents {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration SLOWEST_RETRY = Duration.ofSeconds(10);

    private static final Duration[] DELIVERIES = {
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(5)
    };

    private final Transactions transactions;
    private final ParkedRecords parked;
    private final SeenEvents seen;
    private final EventHandlers handlers;
    private final InboxPositions positions;
    private final MeterRegistry meters;
    private final Timer delivery;
    private final Clock clock;
    private final String service;

    Inbox(
            Transactions transactions,
            ParkedRecords parked,
            SeenEvents seen,
            EventHandlers handlers,
            InboxPositions positions,
            MeterRegistry meters,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.transactions = transactions;
        this.parked = parked;
        this.seen = seen;
        this.handlers = handlers;
        this.positions = positions;
        this.meters = meters;
        this.clock = clock;
        this.delivery = Timer.builder("inbox.delivery")
                .description("From the writing of a standard event into its outbox until its effect is committed here")
                .serviceLevelObjectives(DELIVERIES)
                .register(meters);
        this.service = service;
    }

    /** What became of a batch, told once it is committed. */
    private record Tally(List<ReceivedEvent> handled, int seenBefore, int heldBack) {}

    /** Handles what one poll brought; completes when all of it is either in the database or parked there. */
    public Uni<Void> receive(ConsumerRecords<String, String> polled) {
        List<StoredRecord> batch = new ArrayList<>();
        for (ConsumerRecord<String, String> received : polled) {
            StoredRecord stored = StoredRecord.of(received);
            if (stored.type().map(handlers::handles).orElse(true)) {
                batch.add(stored);
            }
        }
        return handle(batch).invoke(() -> positions.reached(polled));
    }

    @Override
    public Uni<OptionalInt> release(String key) {
        return transactions.run(self(), session -> parked.takeAll(session, key).chain(held -> apply(session, held)
                .replaceWith(held.isEmpty() ? OptionalInt.empty() : OptionalInt.of(held.size()))));
    }

    private Uni<Void> handle(List<StoredRecord> batch) {
        if (batch.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return untilTheDatabaseTakesIt(batch.size(), () -> transactions.run(self(), session -> takeIn(session, batch)))
                .invoke(this::count)
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> isolate(batch, failure));
    }

    private Uni<Tally> takeIn(Mutiny.Session session, List<StoredRecord> batch) {
        return parked.holdBack(session, batch).chain(free -> apply(session, free)
                .map(fresh -> new Tally(fresh, free.size() - fresh.size(), batch.size() - free.size())));
    }

    /** Tries again while the trouble lies with the database, each time on the event loop that the session belongs to. */
    private static <T> Uni<T> untilTheDatabaseTakesIt(int events, Supplier<Uni<T>> transaction) {
        return Uni.createFrom()
                .deferred(transaction::get)
                .runSubscriptionOn(sameEventLoop())
                .onFailure(PassingTrouble::isIn)
                .invoke(trouble -> LOG.warnf(
                        "The database did not take a batch of %d events; it is tried again: %s",
                        events, PassingTrouble.describe(trouble)))
                .onFailure(PassingTrouble::isIn)
                .retry()
                .withBackOff(FIRST_RETRY, SLOWEST_RETRY)
                .indefinitely();
    }

    private static Executor sameEventLoop() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : command -> context.runOnContext(nothing -> command.run());
    }

    /** Applies those records that were not seen before; tells which they were. */
    private Uni<List<ReceivedEvent>> apply(Mutiny.Session session, List<StoredRecord> records) {
        if (records.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<ReceivedEvent> events = records.stream().map(ReceivedEvent::of).toList();
        return seen.mark(session, events)
                .map(fresh -> firstOfEach(events, fresh))
                .chain(fresh -> handlers.apply(session, fresh).replaceWith(fresh));
    }

    /** Halves the batch until the record that fails stands alone, and parks it. */
    private Uni<Void> isolate(List<StoredRecord> batch, Throwable failure) {
        if (batch.size() > 1) {
            int half = batch.size() / 2;
            return handle(batch.subList(0, half)).chain(() -> handle(batch.subList(half, batch.size())));
        }
        StoredRecord poison = batch.getFirst();
        LOG.errorf(
                "Parked the record %s-%d@%d and what follows for its key: %s",
                poison.topic(), poison.partition(), poison.offset(), FailureOutline.of(failure));
        return untilTheDatabaseTakesIt(
                        1, () -> transactions.run(self(), session -> parked.park(session, poison, failure)))
                .invoke(() -> count("parked", 1));
    }

    private static List<ReceivedEvent> firstOfEach(List<ReceivedEvent> events, Set<UUID> fresh) {
        Map<UUID, ReceivedEvent> first = new LinkedHashMap<>();
        for (ReceivedEvent event : events) {
            if (fresh.contains(event.id())) {
                first.putIfAbsent(event.id(), event);
            }
        }
        return List.copyOf(first.values());
    }

    /** Of what is handled only standard events: those less what is counted where they were published would be disclosures. */
    private void count(Tally tally) {
        Instant now = clock.instant();
        int handled = 0;
        for (ReceivedEvent event : tally.handled()) {
            if (event.sensitivity() == Sensitivity.STANDARD) {
                handled++;
                Uuid7.madeAt(event.id()).ifPresent(written -> delivery.record(Duration.between(written, now)));
            }
        }
        count("handled", handled);
        count("seen-before", tally.seenBefore());
        count("held-back", tally.heldBack());
    }

    private void count(String outcome, int events) {
        Counter.builder("inbox.events")
                .description("Events that came, by what became of them; of those handled the standard ones")
                .tag("outcome", outcome)
                .register(meters)
                .increment(events);
    }

    private Caller self() {
        return Caller.service(service, Uuid7.next());
    }
}
