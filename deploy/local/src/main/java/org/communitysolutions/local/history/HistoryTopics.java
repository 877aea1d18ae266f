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

    /**
     * Connects.
     *
     * @param lingerMillis how long an event may wait for others to be sent with
     */
    public HistoryTopics(String bootstrapServers, int lingerMillis) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.LINGER_MS_CONFIG,
                        Integer.toString(lingerMillis),
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        "131072",
                        // One request at a time keeps the order whatever is sent again. The broker's own counting of
                        // what a
                        // producer sends would do so too, but it stumbles over topics that were made a moment ago.
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        "false",
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        "1",
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
    @SuppressWarnings("FutureReturnValueIgnored") // The callback hears of failures.
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
