package org.communitysolutions.local.history;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.communitysolutions.embedded.ServerException;

/** Publishes a history on Kafka's topics, which must exist. Closing it waits until all is there. */
public final class HistoryTopics implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<Exception> refused = new AtomicReference<>();

    public HistoryTopics(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.LINGER_MS_CONFIG,
                        "20",
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        "131072",
                        ProducerConfig.ENABLE_METRICS_PUSH_CONFIG,
                        "false"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /**
     * Publishes the next event.
     *
     * @throws ServerException if Kafka has refused one
     */
    public void publish(PublishedEvent event) {
        producer.send(event.record(), (metadata, failure) -> {
            if (failure != null) {
                refused.compareAndSet(null, failure);
            }
        });
        check();
    }

    private void check() {
        Exception failure = refused.get();
        if (failure != null) {
            throw new ServerException("Kafka has not taken an event: " + failure.getMessage(), failure);
        }
    }

    @Override
    public void close() {
        producer.close();
        check();
    }
}
