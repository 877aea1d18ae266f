package org.communitysolutions.risk.stream;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.tasks.TaskChange;
import org.communitysolutions.shared.messaging.EnumCodes;

/** Counts what batches brought about, once they are committed. */
@ApplicationScoped
class StreamMeters {

    private final MeterRegistry meters;
    private final Clock clock;
    private final DistributionSummary events;
    private final DistributionSummary households;
    private final Timer happenedToTask;
    private final Timer recordedToTask;

    StreamMeters(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        this.events = meters.summary("risk.batch.events");
        this.households = meters.summary("risk.batch.households");
        this.happenedToTask = meters.timer("risk.task.lag", "from", "happened");
        this.recordedToTask = meters.timer("risk.task.lag", "from", "recorded");
    }

    void count(Batch batch) {
        Batch.Tally tally = batch.tally();
        events.record(tally.handled());
        households.record(batch.changes().size());
        outcome("handled", tally.handled());
        outcome("seen-before", tally.seenBefore());
        outcome("held-back", batch.heldBack().size() - batch.parked().size());
        outcome("parked", batch.parked().size());
        meters.counter("risk.households.merged").increment(merged(batch));
        meters.counter("risk.events.late").increment(tally.late());
        meters.counter("risk.events.ahead").increment(tally.ahead());
        tasks(batch);
    }

    /** Households that learnt that they are merged. */
    private static double merged(Batch batch) {
        return batch.journal().stream()
                .filter(ArrivedEvent::tellsOfLinks)
                .filter(event -> event.links().stream()
                        .anyMatch(link -> link.merges() && event.household().equals(Optional.of(link.household()))))
                .count();
    }

    private void outcome(String outcome, int many) {
        meters.counter("inbox.events", "outcome", outcome).increment(many);
    }

    private void tasks(Batch batch) {
        Instant now = clock.instant();
        Map<UUID, Instant> recorded = recorded(batch);
        for (HouseholdChange change : batch.changes()) {
            for (TaskChange task : change.tasks()) {
                switch (task) {
                    case TaskChange.Raised raised -> {
                        meters.counter(
                                        "risk.tasks.raised",
                                        "rule",
                                        raised.task().rule())
                                .increment();
                        happenedToTask.record(Duration.between(raised.task().raisedAt(), now));
                        if (recorded.containsKey(raised.household())) {
                            recordedToTask.record(Duration.between(recorded.get(raised.household()), now));
                        }
                    }
                    case TaskChange.Withdrawn withdrawn ->
                        meters.counter(
                                        "risk.tasks.withdrawn",
                                        "rule",
                                        withdrawn.task().rule(),
                                        "why",
                                        EnumCodes.of(withdrawn.why()))
                                .increment();
                    case TaskChange.Ended ended -> count(ended);
                }
            }
        }
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

    /** How specialists' tasks end is for specialists alone. */
    private void count(TaskChange.Ended ended) {
        if (!ended.task().clearance().isRestricted()) {
            meters.counter(
                            "risk.tasks.ended",
                            "rule",
                            ended.task().rule(),
                            "outcome",
                            EnumCodes.of(ended.end().outcome()))
                    .increment();
        }
    }
}
