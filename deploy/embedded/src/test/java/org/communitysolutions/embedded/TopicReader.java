package org.communitysolutions.embedded;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its beginning, again and again, keeping what it saw. */
final class TopicReader implements AutoCloseable {

    private final KafkaConsumer<String, String> consumer;
    private final List<ConsumerRecord<String, String>> seen = new ArrayList<>();

    TopicReader(Addresses addresses, String topic) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", addresses.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** All that was read so far, after one more look. */
    List<ConsumerRecord<String, String>> records() {
        consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
        return seen;
    }

    /** The headers of a record, as text; an absent value shows as the text "null". */
    static Map<String, String> headers(ConsumerRecord<String, String> found) {
        Map<String, String> headers = new TreeMap<>();
        found.headers().forEach(header -> {
            String value = header.value() == null ? "null" : new String(header.value(), StandardCharsets.UTF_8);
            String before = headers.put(header.key(), value);
            if (before != null) {
                throw new AssertionError("The header " + header.key() + " stands twice");
            }
        });
        return headers;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
