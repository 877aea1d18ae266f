package org.communitysolutions.contracts;

import static org.communitysolutions.contracts.Documents.fields;
import static org.communitysolutions.contracts.Documents.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the AsyncAPI 3.0 document of a service must be: exactly its events, each on the topics its sensitivity allows,
 * every reference leading somewhere.
 */
final class AsyncApiRules {

    private static final long RETENTION_MS = 28L * 24 * 60 * 60 * 1000;

    private final String service;
    private final JsonNode document;
    private final Collection<EventContract> events;
    private final Path folder;
    private final List<String> faults = new ArrayList<>();

    private AsyncApiRules(String service, JsonNode document, Collection<EventContract> events, Path folder) {
        this.service = service;
        this.document = document;
        this.events = events;
        this.folder = folder;
    }

    /** What is wrong with {@code document}, whose relative references start in {@code folder}; empty when nothing is. */
    static List<String> faults(String service, JsonNode document, Collection<EventContract> events, Path folder) {
        AsyncApiRules rules = new AsyncApiRules(service, document, events, folder);
        rules.same("asyncapi", "3.0.0", document.path("asyncapi").asText());
        rules.expect(document.at("/info/title").isTextual(), "info has no title");
        rules.expect(document.at("/info/version").isTextual(), "info has no version");
        rules.same(
                "defaultContentType",
                "application/json",
                document.path("defaultContentType").asText());
        rules.references("", document);
        rules.channel("events", service + ".events", rules.namesExcept("restricted"));
        rules.channel("restrictedEvents", service + ".events.restricted", rules.namesExcept("standard"));
        rules.same("messages", rules.namesExcept(""), fields(document.at("/components/messages")));
        events.forEach(rules::message);
        return rules.faults;
    }

    private Set<String> namesExcept(String sensitivity) {
        return events.stream()
                .filter(event -> !event.sensitivity().equals(sensitivity))
                .map(EventContract::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void channel(String name, String topic, Set<String> messages) {
        JsonNode channel = document.path("channels").path(name);
        if (messages.isEmpty()) {
            expect(channel.isMissingNode(), "channel " + name + " carries nothing");
            return;
        }
        same("address of " + name, topic, channel.path("address").asText());
        same("messages of " + name, messages, fields(channel.path("messages")));
        messages.forEach(message -> same(
                "reference of " + message + " in " + name,
                "#/components/messages/" + message,
                channel.at("/messages/" + message + "/$ref").asText()));
        JsonNode kafka = channel.at("/bindings/kafka");
        same("Kafka topic of " + name, topic, kafka.path("topic").asText());
        same("partitions of " + name, 12, kafka.path("partitions").asInt());
        same("replicas of " + name, 3, kafka.path("replicas").asInt());
        same(
                "retention of " + name,
                RETENTION_MS,
                kafka.at("/topicConfiguration/retention.ms").asLong());
        operation(name, messages);
    }

    private void operation(String channel, Set<String> messages) {
        List<JsonNode> operations = new ArrayList<>();
        document.path("operations").forEach(operation -> {
            if (operation.at("/channel/$ref").asText().equals("#/channels/" + channel)) {
                operations.add(operation);
            }
        });
        same("number of operations on " + channel, 1, operations.size());
        operations.forEach(operation -> {
            same("action on " + channel, "send", operation.path("action").asText());
            Set<String> sent = new TreeSet<>();
            operation
                    .path("messages")
                    .forEach(message -> sent.add(message.path("$ref").asText()));
            Set<String> expected = messages.stream()
                    .map(message -> "#/channels/" + channel + "/messages/" + message)
                    .collect(Collectors.toCollection(TreeSet::new));
            same("messages sent to " + channel, expected, sent);
        });
    }

    private void message(EventContract event) {
        JsonNode message = document.path("components").path("messages").path(event.name());
        String of = " of " + event.name();
        same("name" + of, event.type(), message.path("name").asText());
        expect(message.path("title").isTextual() && message.path("summary").isTextual(), event.name() + " is untold");
        same(
                "content type" + of,
                "application/json",
                message.path("contentType").asText());
        same(
                "payload" + of,
                "events/" + event.name() + ".schema.json",
                message.at("/payload/$ref").asText());
        same(
                "envelope" + of,
                "../cloudevent.schema.json",
                message.at("/headers/allOf/0/$ref").asText());
        JsonNode headers = message.at("/headers/allOf/1/properties");
        same("ce_source" + of, "/" + service, headers.at("/ce_source/const").asText());
        same("ce_type" + of, event.type(), headers.at("/ce_type/const").asText());
        same(
                "ce_dataschema" + of,
                event.schemaId(),
                headers.at("/ce_dataschema/const").asText());
        String fixed = event.sensitivity().equals("as-marked") ? "" : event.sensitivity();
        same("ce_sensitivity" + of, fixed, headers.at("/ce_sensitivity/const").asText());
        same("record key" + of, "uuid", message.at("/bindings/kafka/key/format").asText());
        Set<String> examples = event.examples().keySet().stream()
                .map(file -> "examples/" + file)
                .collect(Collectors.toCollection(TreeSet::new));
        same("examples" + of, examples, texts(message.path("x-examples")));
    }

    private void references(String at, JsonNode node) {
        String reference = node.path("$ref").asText();
        if (reference.startsWith("#")) {
            expect(
                    !document.at(reference.substring(1)).isMissingNode(),
                    at + " refers to " + reference + ", which is not there");
        } else if (!reference.isEmpty()) {
            expect(
                    Files.isRegularFile(folder.resolve(reference)),
                    at + " refers to " + reference + ", which is no file");
        }
        node.properties().forEach(field -> references(at + "/" + field.getKey(), field.getValue()));
        if (node.isArray()) {
            node.forEach(element -> references(at + "[]", element));
        }
    }

    private void same(String what, Object expected, Object actual) {
        expect(expected.equals(actual), what + " is " + actual + " and not " + expected);
    }

    private void expect(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
