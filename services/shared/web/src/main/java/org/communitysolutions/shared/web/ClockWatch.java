package org.communitysolutions.shared.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.shared.transactions.Uuid7;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Shows the clocks that people have to keep as metrics, by kind. */
@ApplicationScoped
class ClockWatch {

    private final Transactions transactions;
    private final List<Deadlines> deadlines;
    private final Clock clock;
    private final String service;
    private final int within;
    private final MultiGauge running;
    private final MultiGauge due;
    private final MultiGauge breached;

    ClockWatch(
            Transactions transactions,
            @All List<Deadlines> deadlines,
            Clock clock,
            MeterRegistry meters,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "clocks.due-within-days") int within) {
        this.transactions = transactions;
        this.deadlines = deadlines;
        this.clock = clock;
        this.service = service;
        this.within = within;
        this.running = gauge(meters, "clocks.running", "Clocks that nobody has stopped yet; without restricted ones");
        this.due = gauge(
                meters, "clocks.due", "Of the running clocks, those that run out within %d days".formatted(within));
        this.breached = gauge(meters, "clocks.breached", "Of the running clocks, those that have run out");
    }

    private static MultiGauge gauge(MeterRegistry meters, String name, String description) {
        return MultiGauge.builder(name).description(description).register(meters);
    }

    @Scheduled(every = "{clocks.counted-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> count() {
        if (deadlines.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        LocalDate today = CouncilCalendar.dayOf(clock.instant());
        List<Deadlines.Standing> all = new ArrayList<>();
        return transactions
                .run(Caller.service(service, Uuid7.next()), session -> {
                    Uni<Void> counted = Uni.createFrom().voidItem();
                    for (Deadlines some : deadlines) {
                        counted = counted.chain(() -> some.standing(session, today, today.plusDays(within))
                                .invoke(all::addAll)
                                .replaceWithVoid());
                    }
                    return counted;
                })
                .invoke(() -> {
                    show(running, all, Deadlines.Standing::running);
                    show(due, all, Deadlines.Standing::due);
                    show(breached, all, Deadlines.Standing::breached);
                });
    }

    private static void show(
            MultiGauge gauge, List<Deadlines.Standing> all, ToLongFunction<Deadlines.Standing> figure) {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        all.forEach(standing ->
                rows.add(MultiGauge.Row.of(Tags.of("clock", standing.clock()), figure.applyAsLong(standing))));
        gauge.register(rows, true);
    }
}
