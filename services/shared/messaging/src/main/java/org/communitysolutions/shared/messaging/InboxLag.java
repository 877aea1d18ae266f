package org.communitysolutions.shared.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;

/** Tells how many records this instance has still to read, of all its topics together: one by one they would tell of disclosures. */
@ApplicationScoped
class InboxLag {

    private final KafkaClientService kafka;
    private final MeterRegistry meters;
    private final Map<String, Long> behind = new HashMap<>();
    private volatile double all = Double.NaN;

    InboxLag(KafkaClientService kafka, MeterRegistry meters) {
        this.kafka = kafka;
        this.meters = meters;
    }

    @Scheduled(every = "{inbox.counted-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> count() {
        Uni<Void> counted = Uni.createFrom().voidItem();
        for (String channel : kafka.getConsumerChannels()) {
            counted = counted.chain(() -> kafka.<String, String>getConsumer(channel)
                    .runOnPollingThread(consumer -> {
                        return behind(consumer);
                    })
                    .invoke(records -> behind.put(channel, records))
                    .replaceWithVoid());
        }
        return counted.invoke(this::show);
    }

    /** A service that reads no topic has no such figure. */
    private void show() {
        if (!behind.isEmpty()) {
            if (Double.isNaN(all)) {
                Gauge.builder("inbox.lag", () -> all)
                        .description("Records that this instance has still to read, of all its topics together")
                        .baseUnit("records")
                        .register(meters);
            }
            all = behind.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private static long behind(Consumer<String, String> consumer) {
        return Set.copyOf(consumer.assignment()).stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }
}
