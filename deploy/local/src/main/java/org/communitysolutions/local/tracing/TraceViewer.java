package org.communitysolutions.local.tracing;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.communitysolutions.embedded.ChildProcess;
import org.communitysolutions.embedded.JavaHome;
import org.communitysolutions.embedded.Launch;
import org.communitysolutions.embedded.Ports;
import org.communitysolutions.embedded.Probe;
import org.communitysolutions.embedded.Progress;
import org.communitysolutions.embedded.ProjectTree;
import org.communitysolutions.embedded.ServerException;
import org.communitysolutions.local.Environment;

/** Zipkin's server, and what hands it the spans that services send. Traces are in its memory and go with it. */
public final class TraceViewer implements AutoCloseable {

    /** The name people know it by. */
    public static final String NAME = "Zipkin";

    private static final int USUAL_PORT = 9411;
    private static final String PORT_VARIABLE = "ZIPKIN_PORT";
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final ChildProcess zipkin;
    private final URI address;
    private final TraceReceiver receiver;
    private final HttpClient client = HttpClient.newHttpClient();

    private TraceViewer(ChildProcess zipkin, URI address) {
        this.zipkin = zipkin;
        this.address = address;
        this.receiver = new TraceReceiver(this::show);
    }

    /** Whether the environment asks for traces to be shown. */
    public static boolean isWished(Map<String, String> environment) {
        return environment.getOrDefault("TRACING", "").equals("1");
    }

    /**
     * Starts Zipkin, and takes spans in from now on.
     *
     * @throws ServerException if its port is taken, or it was not fetched
     */
    public static TraceViewer start(
            ProjectTree project, Path data, Map<String, String> environment, Progress progress) {
        int wished = (int) Environment.number(environment, PORT_VARIABLE, USUAL_PORT, 1, 65_535);
        int port = Ports.settle(List.of(new Ports.Wish(NAME, wished, PORT_VARIABLE)))
                .getFirst();
        Path server = project.root().resolve(".local/servers/zipkin/zipkin-server.jar");
        if (Files.notExists(server)) {
            throw new ServerException("Zipkin is not there: scripts/zipkin fetches it.");
        }
        URI address = URI.create("http://127.0.0.1:" + port);
        ChildProcess zipkin = ChildProcess.start(launch(server, data, port), progress);
        TraceViewer viewer = new TraceViewer(zipkin, address);
        try {
            zipkin.ready(Probe.http(address.resolve("/health")), LIMIT).join();
            return viewer;
        } catch (CompletionException notReady) {
            viewer.close();
            throw new ServerException("Zipkin did not start.", notReady.getCause());
        }
    }

    private static Launch launch(Path server, Path data, int port) {
        List<String> command = List.of(
                JavaHome.newest().home().resolve("bin/java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                server.toString(),
                "--armeria.ports[0].ip=127.0.0.1",
                "--armeria.ports[0].port=" + port,
                "--armeria.ports[0].protocols[0]=http");
        return Launch.of(NAME, command, data.resolve("zipkin"), data.resolve("logs/zipkin.log"))
                .withEnvironment(Map.of("MEM_MAX_SPANS", "100000"));
    }

    /** The page to look at. */
    public URI address() {
        return address;
    }

    /** What makes a service send all of its traces here. */
    public Map<String, String> variables() {
        return Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.address().toString(), "TRACE_SAMPLE_RATIO", "1.0");
    }

    private void show(ExportTraceServiceRequest spans) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/api/v2/spans"))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.ofString(ZipkinSpans.json(spans)))
                .build();
        try {
            client.send(request, HttpResponse.BodyHandlers.discarding());
        } catch (IOException notUpYet) {
            throw new UncheckedIOException(notUpYet);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        receiver.close();
        zipkin.stop();
    }
}
