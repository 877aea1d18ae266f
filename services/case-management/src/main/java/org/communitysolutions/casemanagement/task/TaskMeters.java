package org.communitysolutions.casemanagement.task;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.communitysolutions.casemanagement.task.domain.Refusal;
import org.communitysolutions.casemanagement.task.domain.TaskEvent;
import org.communitysolutions.shared.messaging.EnumCodes;

/**
 * What an operator may ask about tasks. Restricted ones are in none of these figures: whoever reads the metrics could
 * count disclosures by them.
 */
@ApplicationScoped
public class TaskMeters {

    private final MeterRegistry meters;

    TaskMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void changed(TaskEvent event) {
        if (!event.particulars().queue().restricted()) {
            Counter.builder("case_management.tasks")
                    .description("Changes of standard tasks, by team")
                    .tag("team", event.particulars().queue().team())
                    .tag("change", change(event))
                    .register(meters)
                    .increment();
        }
    }

    /** Nobody learns here that somebody came upon a restricted queue. */
    void denied(Refusal why) {
        if (why != Refusal.RESTRICTED_QUEUE) {
            Counter.builder("case_management.denials")
                    .description("Requests about a task that came to nothing, by why")
                    .tag("reason", EnumCodes.of(why))
                    .register(meters)
                    .increment();
        }
    }

    /**
     * A task that risk asked for stands in its queue.
     *
     * @param happenedAt event time
     * @param recordedAt when Kafka took the event in
     */
    void raised(Instant happenedAt, Instant recordedAt, Instant now) {
        sinceThen("event").record(Duration.between(happenedAt, now));
        sinceThen("record").record(Duration.between(recordedAt, now));
    }

    private Timer sinceThen(String start) {
        return Timer.builder("case_management.task.raised")
                .description("Time until a task stands in its queue, from the event and from Kafka's record of it")
                .tag("since", start)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofMinutes(1))
                .register(meters);
    }

    private static String change(TaskEvent event) {
        return switch (event) {
            case TaskEvent.Created created -> "created";
            case TaskEvent.TakenUp takenUp -> "claimed";
            case TaskEvent.HandedOver handedOver -> "handed-over";
            case TaskEvent.Done done -> "completed";
            case TaskEvent.TakenBack takenBack -> "withdrawn";
        };
    }
}
