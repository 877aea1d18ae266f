package org.communitysolutions.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Set;

/**
 * Registers the connectors that carry outbox rows to Kafka, each rendered from {@code deploy/kafka/outbox-connector.json}.
 */
public final class OutboxConnectors {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final long BETWEEN_LOOKS_MILLIS = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Addresses addresses;
    private final ProjectTree project;

    public OutboxConnectors(Addresses addresses, ProjectTree project) {
        this.addresses = addresses;
        this.project = project;
    }

    /** The name of the connector of a database, for instance {@code case-management-outbox}. */
    public static String name(String database) {
        return Databases.service(database) + "-outbox";
    }

    /**
     * Registers the connectors of these databases and waits until all of them run. Does nothing to those that run with the
     * same configuration.
     *
     * @throws ServerException if one fails, with its trace, or does not run within 90 seconds
     */
    public void register(Set<String> databases) {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            for (String database : databases) {
                put(client, database);
            }
            for (String database : databases) {
                awaitRunning(client, name(database));
            }
        } catch (IOException unreachable) {
            throw new ServerException("Kafka Connect does not answer at " + addresses.connect(), unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ServerException("Registering the outbox connectors was interrupted", interrupted);
        }
    }

    private void put(HttpClient client, String database) throws IOException, InterruptedException {
        URI address = addresses.connect().resolve("/connectors/" + name(database) + "/config");
        String configuration = render(database);
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(address)
                            .timeout(LIMIT)
                            .header("Content-Type", "application/json")
                            .PUT(BodyPublishers.ofString(configuration))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() / 100 == 2) {
                return;
            }
            // 409: the worker is rebalancing, which each new connector brings about.
            if (answer.statusCode() != 409 || System.nanoTime() > deadline) {
                throw new ServerException("Kafka Connect refused %s with status %d: %s"
                        .formatted(name(database), answer.statusCode(), answer.body()));
            }
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
    }

    private String render(String database) throws IOException {
        String server = addresses.postgresqlFromConnect();
        int colon = server.lastIndexOf(':');
        return Files.readString(project.kafkaFiles().resolve("outbox-connector.json"))
                .replace("${service}", Databases.service(database))
                .replace("${database}", database)
                .replace("${database-host}", server.substring(0, colon))
                .replace("${database-port}", server.substring(colon + 1))
                .replace("${database-user}", Databases.CONNECTOR)
                .replace("${database-password}", Databases.CONNECTOR);
    }

    private void awaitRunning(HttpClient client, String name) throws IOException, InterruptedException {
        URI address = addresses.connect().resolve("/connectors/" + name + "/status");
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(address)
                            .timeout(Duration.ofSeconds(10))
                            .build(),
                    BodyHandlers.ofString());
            JsonNode status = JSON.readTree(answer.body());
            if (isRunning(name, status)) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new ServerException(
                        "The connector " + name + " did not run within " + LIMIT.toSeconds() + " seconds: " + status);
            }
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
    }

    private static boolean isRunning(String name, JsonNode status) {
        JsonNode connector = status.path("connector");
        JsonNode task = status.path("tasks").path(0);
        for (JsonNode part : new JsonNode[] {connector, task}) {
            if (part.path("state").asText().equals("FAILED")) {
                throw new ServerException("The connector " + name + " failed: "
                        + part.path("trace").asText());
            }
        }
        return connector.path("state").asText().equals("RUNNING")
                && task.path("state").asText().equals("RUNNING");
    }
}
