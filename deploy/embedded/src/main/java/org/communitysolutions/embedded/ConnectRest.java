package org.communitysolutions.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What outbox connectors need of Kafka Connect's REST interface. Every call throws {@link ServerException} when refused. */
final class ConnectRest implements AutoCloseable {

    static final Duration LIMIT = Duration.ofSeconds(90);
    private static final int NOT_FOUND = 404;
    private static final int REBALANCING = 409;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI connect;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    ConnectRest(URI connect) {
        this.connect = connect;
    }

    /**
     * How a connector fares, in Connect's words: {@code RUNNING}, {@code FAILED}, {@code PAUSED}, {@code STOPPED}…
     *
     * @param tasks the state of each task; none when it is stopped
     * @param trace why it, or a task of it, failed; empty if neither did
     */
    record Status(String connector, List<String> tasks, String trace) {

        boolean isRunning() {
            return connector.equals("RUNNING") && tasks.equals(List.of("RUNNING"));
        }

        boolean isStopped() {
            return connector.equals("STOPPED") && tasks.isEmpty();
        }

        boolean isFailed() {
            return connector.equals("FAILED") || tasks.contains("FAILED");
        }
    }

    /** The names of all connectors. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        read(good("connectors", send("GET", "", BodyPublishers.noBody())).body())
                .forEach(name -> names.add(name.asText()));
        return names;
    }

    /** Empty if there is no such connector. */
    Optional<Status> status(String name) {
        HttpResponse<String> answer = send("GET", name + "/status", BodyPublishers.noBody());
        return answer.statusCode() == NOT_FOUND
                ? Optional.empty()
                : Optional.of(status(read(good(name, answer).body())));
    }

    private static Status status(JsonNode body) {
        List<String> tasks = new ArrayList<>();
        StringBuilder traces =
                new StringBuilder(body.path("connector").path("trace").asText());
        for (JsonNode task : body.path("tasks")) {
            tasks.add(task.path("state").asText());
            traces.append(task.path("trace").asText());
        }
        return new Status(body.path("connector").path("state").asText(), List.copyOf(tasks), traces.toString());
    }

    /** Makes a connector, or gives it another configuration; it keeps running or standing still. */
    void configure(String name, String configuration) {
        call("PUT", name, name + "/config", BodyPublishers.ofString(configuration));
    }

    /** Makes a connector that stands still until it is resumed. */
    void createStopped(String name, String configuration) {
        ObjectNode body = JSON.createObjectNode().put("name", name).put("initial_state", "STOPPED");
        body.set("config", read(configuration));
        call("POST", name, "", BodyPublishers.ofString(body.toString()));
    }

    /** Lets go of their tasks, and returns when these are gone. */
    void stop(Collection<String> names) {
        names.forEach(name -> call("PUT", name, name + "/stop", BodyPublishers.noBody()));
        names.forEach(name -> await(name, Status::isStopped, "stop"));
    }

    /** Returns when they run. One that fails meanwhile is given the whole limit, as its worker may begin it again. */
    void resume(Collection<String> names) {
        names.forEach(name -> call("PUT", name, name + "/resume", BodyPublishers.noBody()));
        names.forEach(name -> await(name, Status::isRunning, "run"));
    }

    /** Begins the connector and its tasks again, and returns when they run. */
    void restart(String name) {
        call("POST", name, name + "/restart?includeTasks=true", BodyPublishers.noBody());
        await(name, Status::isRunning, "run");
    }

    /** Whether Connect knows how far the connector has come. */
    boolean knowsOffsets(String name) {
        JsonNode body = read(
                call("GET", name, name + "/offsets", BodyPublishers.noBody()).body());
        for (JsonNode offset : body.path("offsets")) {
            if (offset.path("offset").isObject()) {
                return true;
            }
        }
        return false;
    }

    /** Makes Connect forget how far a stopped connector has come. */
    void forgetOffsets(String name) {
        call("DELETE", name, name + "/offsets", BodyPublishers.noBody());
    }

    /**
     * Waits until a connector runs.
     *
     * @throws ServerException at once if it fails, with its trace; or if it does not run within 90 seconds
     */
    void awaitRunning(String name) {
        await(
                name,
                status -> {
                    if (status.isFailed()) {
                        throw new ServerException("The connector " + name + " failed: " + status.trace());
                    }
                    return status.isRunning();
                },
                "run");
    }

    private void await(String name, Predicate<Status> wanted, String what) {
        Deadline deadline = Deadline.in(LIMIT);
        Optional<Status> status = status(name);
        while (status.filter(wanted).isEmpty()) {
            if (deadline.hasPassed()) {
                throw new ServerException("The connector %s did not %s within %d seconds: %s"
                        .formatted(
                                name,
                                what,
                                LIMIT.toSeconds(),
                                status.map(Status::toString).orElse("it is not there")));
            }
            Deadline.pause();
            status = status(name);
        }
    }

    /** Sends again for as long as the worker rebalances, which each change of a connector brings about. */
    private HttpResponse<String> call(String method, String name, String path, BodyPublisher body) {
        Deadline deadline = Deadline.in(LIMIT);
        HttpResponse<String> answer = send(method, path, body);
        while (answer.statusCode() == REBALANCING && !deadline.hasPassed()) {
            Deadline.pause();
            answer = send(method, path, body);
        }
        return good(name, answer);
    }

    private static HttpResponse<String> good(String name, HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new ServerException("Kafka Connect refused %s %s with status %d: %s"
                    .formatted(answer.request().method(), name, answer.statusCode(), answer.body()));
        }
        return answer;
    }

    private HttpResponse<String> send(String method, String path, BodyPublisher body) {
        URI address = connect.resolve(path.isEmpty() ? "/connectors" : "/connectors/" + path);
        try {
            return client.send(
                    HttpRequest.newBuilder(address)
                            .timeout(LIMIT)
                            .header("Content-Type", "application/json")
                            .method(method, body)
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new ServerException("Kafka Connect does not answer at " + connect, unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ServerException("Asking Kafka Connect was interrupted", interrupted);
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new ServerException("This is no JSON: " + json, broken);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
