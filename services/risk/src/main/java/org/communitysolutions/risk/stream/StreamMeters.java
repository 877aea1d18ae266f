package org.communitysolutions.risk.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.communitysolutions.risk.tasks.TaskChange;
import org.communitysolutions.risk.tasks.Withdrawal;
import org.communitysolutions.shared.messaging.EnumCodes;

/** Counts what batches brought about, once they are committed. */
@ApplicationScoped
class StreamMeters {

    private static final Duration[] TO_TASK = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(5)
    };

    private final MeterRegistry meters;
    private final Clock clock;
    private final DistributionSummary events;
    private final DistributionSummary households;
    private final Timer happenedToTask;
    private final Timer recordedToTask;

    StreamMeters(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        this.events = DistributionSummary.builder("risk.batch.events")
                .description("Standard events that were taken in with one commit")
                .baseUnit("events")
                .register(meters);
        this.households = DistributionSummary.builder("risk.batch.households")
                .description("Households that were evaluated with one commit")
                .baseUnit("households")
                .register(meters);
        this.happenedToTask = toTask("happened");
        this.recordedToTask = toTask("recorded");
    }

    private Timer toTask(String from) {
        return Timer.builder("risk.task.lag")
                .description(
                        "Until a standard task's row is committed, from when what led to it happened or Kafka recorded it")
                .tag("from", from)
                .serviceLevelObjectives(TO_TASK)
                .register(meters);
    }

    /** Shows how many records are still to come, of all topics together: one by one they would tell of disclosures. */
    void lag(Supplier<Number> records) {
        Gauge.builder("inbox.lag", records)
                .description("Records that this instance has still to read, of all its topics together")
                .baseUnit("records")
                .register(meters);
    }

    void count(Batch batch) {
        Batch.Tally tally = batch.tally();
        long handled = tally.handled() - restricted(batch.journal()) - restricted(batch.others());
        events.record((double) handled);
        households.record(batch.changes().size());
        outcome("handled", handled);
        outcome("seen-before", tally.seenBefore());
        outcome("held-back", batch.heldBack().size() - batch.parked().size());
        outcome("parked", batch.parked().size());
        counter("risk.households.merged", "Households that learnt that they are merged into others")
                .increment(merged(batch));
        counter("risk.events.late", "Events that came later than is allowed for, and count all the same")
                .increment(tally.late());
        counter("risk.events.ahead", "Events dated so far ahead that they wait for their time")
                .increment(tally.ahead());
        tasks(batch);
    }

    /** What they are of all that is taken in must not be told by taking one figure from another. */
    private static long restricted(List<ArrivedEvent> events) {
        long restricted = 0;
        for (ArrivedEvent event : events) {
            if (event.restricted()) {
                restricted++;
            }
        }
        return restricted;
    }

    private Counter counter(String name, String description, String... tags) {
        return Counter.builder(name).description(description).tags(tags).register(meters);
    }

    /** Households that learnt that they are merged. */
    private static double merged(Batch batch) {
        return batch.journal().stream()
                .filter(ArrivedEvent::tellsOfLinks)
                .filter(event -> event.links().stream()
                        .anyMatch(link -> link.merges() && event.household().equals(Optional.of(link.household()))))
                .count();
    }

    private void outcome(String outcome, long many) {
        counter(
                        "inbox.events",
                        "Events that came, by what became of them; of those handled the standard ones",
                        "outcome",
                        outcome)
                .increment((double) many);
    }

    private void tasks(Batch batch) {
        Instant now = clock.instant();
        Map<UUID, Instant> recorded = recorded(batch);
        for (HouseholdChange change : batch.changes()) {
            for (TaskChange task : change.tasks()) {
                if (!task.known().clearance().isRestricted()) {
                    count(task, recorded, now);
                }
            }
        }
    }

    /** What becomes of specialists' tasks is for specialists alone, so it is in no figure. */
    private void count(TaskChange change, Map<UUID, Instant> recorded, Instant now) {
        String rule = change.known().rule();
        String version = Integer.toString(change.known().ruleVersion());
        switch (change) {
            case TaskChange.Raised raised -> {
                counter("risk.tasks.raised", "Tasks that standard rules asked for", "rule", rule, "version", version)
                        .increment();
                for (Withdrawal why : Withdrawal.values()) {
                    withdrawn(rule, version, why);
                }
                happenedToTask.record(Duration.between(raised.task().raisedAt(), now));
                if (recorded.containsKey(raised.household())) {
                    recordedToTask.record(Duration.between(recorded.get(raised.household()), now));
                }
            }
            case TaskChange.Withdrawn withdrawn ->
                withdrawn(rule, version, withdrawn.why()).increment();
            case TaskChange.Ended ended ->
                counter(
                                "risk.tasks.ended",
                                "Tasks of standard rules that people have ended, by how",
                                "rule",
                                rule,
                                "outcome",
                                EnumCodes.of(ended.end().outcome()))
                        .increment();
        }
    }

    /** There from the first task on, so that the first withdrawal shows as a rise. */
    private Counter withdrawn(String rule, String version, Withdrawal why) {
        return counter(
                "risk.tasks.withdrawn",
                "Tasks that standard rules ask for no longer, by why",
                "rule",
                rule,
                "version",
                version,
                "why",
                EnumCodes.of(why));
    }

    /** When Kafka had the last event of each household of whom there is something to say of tasks. */
    private static Map<UUID, Instant> recorded(Batch batch) {
        Map<UUID, Instant> recorded = new HashMap<>();
        for (HouseholdChange change : batch.changes()) {
            if (!change.tasks().isEmpty()) {
                recorded.put(change.after().id(), Instant.EPOCH);
            }
        }
        if (!recorded.isEmpty()) {
            for (ArrivedEvent event : batch.journal()) {
                recorded.computeIfPresent(event.household().orElseThrow(), (id, before) -> event.recordedAt());
            }
        }
        recorded.values().removeIf(Instant.EPOCH::equals);
        return recorded;
    }
}
