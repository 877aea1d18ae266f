package org.communitysolutions.local.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.communitysolutions.local.LocalPlatform;
import org.communitysolutions.local.Service;
import org.communitysolutions.local.telemetry.Metrics;

/** What those who watch the platform see of it: traces, metrics and logs. */
final class Watchers {

    /** Metrics of the project's own. */
    private static final Set<String> OWN =
            Set.of("outbox_", "inbox_", "clocks_", "risk_", "case_management_", "http_denials", "http_rate");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LocalPlatform platform;
    private final Traces traces;
    private final Path logs;

    Watchers(LocalPlatform platform, Traces traces, Path logs) {
        this.platform = platform;
        this.traces = traces;
        this.logs = logs;
    }

    /** One trace leads from a request that tells of a lost job to the task in case management. */
    void assertOneTraceFromTheRequestToTheTask(String trace) {
        Traces.Seen task = await().atMost(Stage.LIMIT)
                .until(
                        () -> traces.one(
                                trace,
                                "case-management",
                                "create case-management.events",
                                "org.communitysolutions.case-management.task-created.v1"),
                        found -> found != null);
        Traces.Seen request = traces.one(trace, "employment-outcomes", "POST /job-losses");
        Traces.Seen told = traces.one(
                trace,
                "employment-outcomes",
                "create employment-outcomes.events",
                "org.communitysolutions.employment-outcomes.job-lost.v1");
        Traces.Seen evaluated = traces.one(trace, "risk", "process employment-outcomes.events");
        Traces.Seen asked = traces.one(
                trace, "risk", "create risk.events", "org.communitysolutions.risk.early-help-task-raised.v1");
        Traces.Seen handled = traces.one(
                trace,
                "case-management",
                "process risk.events",
                "org.communitysolutions.risk.early-help-task-raised.v1");

        assertThat(traces.of(trace)).contains(request, told, evaluated, asked, handled);
        assertThat(told.follows(request)).isTrue();
        assertThat(evaluated.follows(told)).isTrue();
        assertThat(asked.follows(evaluated)).isTrue();
        assertThat(handled.follows(asked)).isTrue();
        assertThat(task.follows(handled)).isTrue();
        for (Traces.Seen taken : List.of(evaluated, handled)) {
            assertThat(taken.happenings()).containsExactly("written to the outbox", "recorded by Kafka");
            assertThat(Long.parseLong(taken.attributes().get("event.delivery_ms")))
                    .isBetween(0L, Stage.LIMIT.toMillis());
        }
        assertThat(evaluated.attributes())
                .containsEntry("messaging.system", "kafka")
                .containsEntry("messaging.destination.name", "employment-outcomes.events")
                .containsEntry("messaging.consumer.group.name", "risk")
                .containsEntry("cloudevents.event_id", told.attributes().get("cloudevents.event_id"));
    }

    /** No span tells of a person, a household or anything restricted, and that trace has none at all. */
    void assertTracesTellNothingOf(String restrictedTrace, List<String> personal) {
        assertThat(traces.of(restrictedTrace)).isEmpty();
        assertThat(traces.all()).isNotEmpty().allSatisfy(seen -> {
            assertThat(seen.toString()).doesNotContain("restricted", "disclosure", "domestic-abuse");
            assertThat(seen.span().toString()).doesNotContain(personal.toArray(CharSequence[]::new));
        });
    }

    /** What dashboards and alerts name is exported, described, and says nothing restricted. */
    void assertDashboardsAndAlertsHaveTheirMetrics() {
        Metrics metrics = new Metrics();
        await().atMost(Stage.LIMIT).untilAsserted(() -> {
            platform.services().forEach(service -> metrics.add(scrape(service)));
            assertThat(metrics.missing()).isEmpty();
        });
        assertThat(metrics.undescribed(OWN)).isEmpty();
        assertThat(metrics.labelValues())
                .noneMatch(value -> value.contains("restricted")
                        || value.contains("disclosure")
                        || value.contains("domestic-abuse"));
        assertThat(metrics.of("http_server_requests_seconds_count"))
                .filteredOn(labels -> labels.get("method").equals("POST"))
                .extracting(labels -> labels.get("uri"))
                .containsOnly("changes");
    }

    /** An event that nobody can read, full of what must not be told: its key stands still, and a request to release it fails. */
    void assertAFailureIsToldInJsonAndWithoutWhatItIsAbout(FrontLine frontLine, String trace) {
        String key = "0199aaaa-0000-7000-8000-00000000abcd";
        publishUnreadable(key);
        await().atMost(Stage.LIMIT).until(() -> frontLine
                .read("platform-operator", frontLine.address(Service.DEBT_ADVICE, "parked-keys"))
                .body()
                .toString()
                .contains(key));

        int status = traces.post(
                trace,
                frontLine.token("platform-operator"),
                frontLine.address(Service.DEBT_ADVICE, "parked-keys/" + key + "/release"),
                Map.of());

        assertThat(status).isEqualTo(409);
        List<JsonNode> lines = await().atMost(Stage.LIMIT).until(() -> lines(trace), found -> !found.isEmpty());
        assertThat(lines.getFirst().path("service").asText()).isEqualTo("debt-advice");
        assertThat(lines.getFirst().path("mdc").path("spanId").asText()).matches("[0-9a-f]{16}");
        assertThat(lines.getFirst().path("level").asText()).isEqualTo("WARN");
        for (Service service : platform.services()) {
            assertThat(read(service)).doesNotContain("Sample Person", "Another Sample", "1 Invented Row", "eyJ");
        }
    }

    private void publishUnreadable(String key) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", platform.servers().bootstrapServers());
        ProducerRecord<String, String> record = new ProducerRecord<>(
                "intake.events",
                key,
                "{\"name\": \"Sample Person\", \"address\": \"1 Invented Row\", \"registeredOn\": [}");
        record.headers()
                .add("ce_id", key.getBytes(UTF_8))
                .add("ce_type", "org.communitysolutions.intake.household-registered.v1".getBytes(UTF_8))
                .add("ce_source", "/intake".getBytes(UTF_8))
                .add("ce_time", "2026-11-22T10:00:00Z".getBytes(UTF_8))
                .add("ce_subject", key.getBytes(UTF_8))
                .add("ce_sensitivity", "standard".getBytes(UTF_8));
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            assertThat(producer.send(record)).succeedsWithin(Stage.LIMIT);
        }
    }

    /** What debt-advice logged in that trace. Java itself may say something before the service does, in lines of its own. */
    private List<JsonNode> lines(String trace) {
        List<JsonNode> found = new ArrayList<>();
        for (String line : read(Service.DEBT_ADVICE).lines().toList()) {
            if (line.startsWith("{")) {
                try {
                    JsonNode told = JSON.readTree(line);
                    if (told.path("mdc").path("traceId").asText().equals(trace)) {
                        found.add(told);
                    }
                } catch (JsonProcessingException halfWritten) {
                    return List.of();
                }
            }
        }
        return found;
    }

    private String read(Service service) {
        try {
            return Files.readString(logs.resolve(service.code() + ".log"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String scrape(Service service) {
        URI address = platform.address(service).resolve("/q/metrics");
        try (HttpClient client = HttpClient.newHttpClient()) {
            String text = client.send(
                            HttpRequest.newBuilder(address)
                                    .header("Accept", "text/plain")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            Files.writeString(logs.resolve(service.code() + ".metrics"), text);
            return text;
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
