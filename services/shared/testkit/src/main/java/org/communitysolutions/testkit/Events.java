package org.communitysolutions.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.communitysolutions.shared.messaging.EventType;
import org.communitysolutions.shared.transactions.Uuid7;

/** Sends events to a topic just as the outbox connector would, and reads the contracts' examples of them. */
public final class Events {

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
        for (Sent event : events) {
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("ce_specversion", "1.0");
            headers.put("ce_id", event.id().toString());
            headers.put("ce_source", "/" + EventType.of(event.type()).service());
            headers.put("ce_type", EventType.of(event.type()).toString());
            headers.put("ce_time", event.time().toString());
            headers.put("ce_subject", event.subject().toString());
            headers.put("ce_dataschema", EventType.of(event.type()).schema().toString());
            headers.put("ce_sensitivity", event.sensitivity());
            headers.put("ce_causationid", UUID.randomUUID().toString());
            headers.put("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
            headers.put("content-type", "application/json");
            send(event.topic(), event.subject().toString(), headers, event.data());
        }
        producer().flush();
    }

    /** Sends a record as it is, well formed or not. */
    public static void send(String topic, String key, Map<String, String> headers, String value) {
        ProducerRecord<String, String> sent = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> sent.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        producer().send(sent);
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
