package org.communitysolutions.risk.stream;

import static org.awaitility.Awaitility.await;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

@ServiceIT
class PositionsIT {

    private final TopicPartition quiet = new TopicPartition("intake.events", 0);

    @Inject
    @Identifier("default-kafka-broker") Map<String, Object> kafka;

    @Test
    void tellsKafkaWhereAPartitionBeginsThoughNothingNewComes() {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            consumer.assign(Set.of(quiet));
            Positions positions = new Positions(consumer);

            positions.begin(Set.of(quiet), Map.of(quiet, 0L));

            await().atMost(Duration.ofSeconds(20)).until(() -> {
                positions.tell();
                return new OffsetAndMetadata(0)
                        .equals(consumer.committed(Set.of(quiet)).get(quiet));
            });
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, "positions-" + UUID.randomUUID());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
