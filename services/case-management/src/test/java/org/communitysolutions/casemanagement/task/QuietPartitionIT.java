package org.communitysolutions.casemanagement.task;

import static org.awaitility.Awaitility.await;
import static org.communitysolutions.casemanagement.task.EarlyHelp.raised;
import static org.communitysolutions.casemanagement.task.EarlyHelp.stateOf;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.communitysolutions.testkit.Events;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

/** A partition on which nothing new comes. */
@ServiceIT
class QuietPartitionIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final UUID household = UUID.randomUUID();
    private final UUID task = UUID.randomUUID();
    private final TopicPartition quiet = new TopicPartition(
            "risk.events",
            BuiltInPartitioner.partitionForKey(household.toString().getBytes(StandardCharsets.UTF_8), 12));

    @Inject
    KafkaClientService kafka;

    @Test
    void isKnownToKafkaAsReadThoughItDidNotHearSoAtFirst() {
        Events.send(raised(household, task));
        await().atMost(LIMIT).until(() -> stateOf(task).contains("OPEN"));
        await().atMost(LIMIT).until(() -> told() > 0);
        long reached = told();

        onConsumer(consumer -> {
            consumer.commitSync(Map.of(quiet, new OffsetAndMetadata(0)));
            return 0L;
        });

        await().atMost(LIMIT).until(() -> told() == reached);
    }

    private long told() {
        return onConsumer(consumer -> {
            OffsetAndMetadata told = consumer.committed(Set.of(quiet)).get(quiet);
            return told == null ? 0 : told.offset();
        });
    }

    private long onConsumer(Function<Consumer<String, String>, Long> asked) {
        return kafka.<String, String>getConsumer("events")
                .runOnPollingThread(asked)
                .await()
                .atMost(LIMIT);
    }
}
