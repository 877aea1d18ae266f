package org.communitysolutions.local.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.communitysolutions.embedded.ServerException;
import org.communitysolutions.local.CatchUp;

/**
 * All outbox connectors stopped, until this is closed. What services publish meanwhile waits in their databases. A stopped
 * connector has no producer; the one that it gets when it goes on knows topics as they are then.
 */
final class OutboxConnectorsPause implements AutoCloseable {

    private static final String SUFFIX = "-outbox";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int GOOD = 2;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI connect;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final List<String> connectors = new ArrayList<>();

    /**
     * Stops them, and waits until they have stopped.
     *
     * @param connect where Kafka Connect answers
     * @throws ServerException if it does not, or if they do not stop; then they go on
     */
    OutboxConnectorsPause(URI connect) {
        this.connect = connect;
        ask("GET", "connectors").forEach(name -> {
            if (name.asText().endsWith(SUFFIX)) {
                connectors.add(name.asText());
            }
        });
        if (connectors.isEmpty()) {
            throw new ServerException("Kafka Connect at " + connect + " has no outbox connector.");
        }
        try {
            change("stop", "STOPPED");
        } catch (ServerException failure) {
            close();
            throw failure;
        }
    }

    private void change(String verb, String state) {
        connectors.forEach(name -> ask("PUT", "connectors/" + name + "/" + verb));
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!connectors.stream().allMatch(name -> is(name, state))) {
            if (System.nanoTime() > deadline) {
                throw new ServerException("Not all outbox connectors were %s after %d seconds; %s tells which."
                        .formatted(state, LIMIT.toSeconds(), connect.resolve("/connectors?expand=status")));
            }
            CatchUp.pause();
        }
    }

    private boolean is(String name, String state) {
        JsonNode status = ask("GET", "connectors/" + name + "/status");
        JsonNode tasks = status.path("tasks");
        boolean tasksFollow = state.equals("STOPPED")
                ? tasks.isEmpty()
                : tasks.size() == 1 && tasks.path(0).path("state").asText().equals(state);
        return tasksFollow && status.at("/connector/state").asText().equals(state);
    }

    private JsonNode ask(String method, String path) {
        HttpRequest request = HttpRequest.newBuilder(connect.resolve("/" + path))
                .timeout(LIMIT)
                .method(method, BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != GOOD) {
                throw new ServerException("Kafka Connect answered %s %s with status %d: %s"
                        .formatted(method, path, answer.statusCode(), answer.body()));
            }
            return JSON.readTree(answer.body());
        } catch (IOException unreachable) {
            throw new ServerException("Kafka Connect does not answer at " + connect, unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ServerException("Asking Kafka Connect was interrupted", interrupted);
        }
    }

    /** They go on where they were. */
    @Override
    public void close() {
        change("resume", "RUNNING");
        client.close();
    }
}
