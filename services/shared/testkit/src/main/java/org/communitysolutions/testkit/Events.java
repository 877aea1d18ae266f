package org.communitysolutions.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.communitysolutions.shared.messaging.EventType;
import org.communitysolutions.shared.transactions.Uuid7;

/** Sends events to a topic just as the outbox connector would, and reads the contracts' examples of them. */
public final class Events {

    /** The trace that every sent event belongs to. */
    public static final String TRACE_PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private static KafkaProducer<String, String> producer;

    private Events() {}

    /**
     * One event to send; the withers change what the test is about.
     *
     * @param type {@code intake.household-registered.v1}
     */
    public record Sent(
            UUID id, String type, UUID subject, Instant time, String sensitivity, String topic, String data) {

        public Sent at(Instant other) {
            return new Sent(id, type, subject, other, sensitivity, topic, data);
        }

        public Sent withData(String other) {
            return new Sent(id, type, subject, time, sensitivity, topic, other);
        }

        /** The same on the publisher's restricted topic. */
        public Sent restricted() {
            return new Sent(
                    id, type, subject, time, "restricted", EventType.of(type).service() + ".events.restricted", data);
        }
    }

    /** The event that happened just now to the subject, with the data given. */
    public static Sent event(String type, UUID subject, String data) {
        return new Sent(
                Uuid7.next(),
                type,
                subject,
                Instant.now(),
                "standard",
                EventType.of(type).service() + ".events",
                data);
    }

    /** The contract's full example, told of this household. */
    public static Sent example(String type, UUID subject) {
        String data = exampleData(type).replaceAll("(\"householdId\"\\s*:\\s*)\"[^\"]*\"", "$1\"" + subject + "\"");
        return event(type, subject, data);
    }

    /** The data of the contract's full example, as it stands in the file. */
    public static String exampleData(String type) {
        EventType named = EventType.of(type);
        String path = "/contracts/" + named.service() + "/examples/" + named.event() + ".json";
        try (InputStream file = Events.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new AssertionError("The contracts have no example " + path);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends the events in order and waits until Kafka has them. */
    public static void send(Sent... events) {
        List<Future<RecordMetadata>> underWay = new ArrayList<>();
        for (Sent event : events) {
            underWay.add(begin(event.topic(), event.subject().toString(), headers(event), event.data()));
        }
        underWay.forEach(Events::await);
    }

    /** Sends a record as it is, well formed or not, and waits until Kafka has it. */
    public static void send(String topic, String key, Map<String, String> headers, String value) {
        await(begin(topic, key, headers, value));
    }

    /** The events as one poll brings them to a consumer, for a test that is itself that consumer. */
    public static ConsumerRecords<String, String> polled(Sent... events) {
        Map<TopicPartition, List<ConsumerRecord<String, String>>> records = new LinkedHashMap<>();
        for (int i = 0; i < events.length; i++) {
            ConsumerRecord<String, String> one = new ConsumerRecord<>(
                    events[i].topic(), 0, i, events[i].subject().toString(), events[i].data());
            headers(events[i]).forEach((name, text) -> one.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
            records.computeIfAbsent(new TopicPartition(one.topic(), 0), partition -> new ArrayList<>())
                    .add(one);
        }
        return new ConsumerRecords<>(records, Map.of());
    }

    private static Map<String, String> headers(Sent event) {
        return Map.ofEntries(
                Map.entry("ce_specversion", "1.0"),
                Map.entry("ce_id", event.id().toString()),
                Map.entry("ce_source", "/" + EventType.of(event.type()).service()),
                Map.entry("ce_type", EventType.of(event.type()).toString()),
                Map.entry("ce_time", event.time().toString()),
                Map.entry("ce_subject", event.subject().toString()),
                Map.entry("ce_dataschema", EventType.of(event.type()).schema().toString()),
                Map.entry("ce_sensitivity", event.sensitivity()),
                Map.entry("ce_causationid", UUID.randomUUID().toString()),
                Map.entry("traceparent", TRACE_PARENT),
                Map.entry("content-type", "application/json"));
    }

    private static Future<RecordMetadata> begin(String topic, String key, Map<String, String> headers, String value) {
        ProducerRecord<String, String> sent = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> sent.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return producer().send(sent);
    }

    private static void await(Future<RecordMetadata> sent) {
        try {
            sent.get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while Kafka took a record", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("Kafka did not take a record", e);
        }
    }

    private static synchronized KafkaProducer<String, String> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    Map.of(
                            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            RealServers.addresses().bootstrapServers(),
                            ProducerConfig.LINGER_MS_CONFIG,
                            0),
                    new StringSerializer(),
                    new StringSerializer());
        }
        return producer;
    }
}
