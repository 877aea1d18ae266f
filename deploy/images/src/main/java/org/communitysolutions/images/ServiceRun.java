package org.communitysolutions.images;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.communitysolutions.embedded.Addresses;
import org.communitysolutions.embedded.ChildProcess;
import org.communitysolutions.embedded.JavaHome;
import org.communitysolutions.embedded.Launch;
import org.communitysolutions.embedded.Probe;
import org.communitysolutions.embedded.Progress;
import org.communitysolutions.embedded.ServerException;
import org.communitysolutions.local.RunSettings;
import org.communitysolutions.local.Service;
import org.communitysolutions.local.ServiceProcess;

/** A service out of an image, as a process beside real servers. */
final class ServiceRun implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(10);
    /** Recording ends with a second Java that writes the cache, for half a minute of processor time. */
    private static final Duration STOP = Duration.ofMinutes(5);

    private static final int UNAUTHORISED = 401;
    private static final double MEGABYTE = 1024 * 1024;

    private final URI address;
    private final ChildProcess process;
    private final double secondsToReady;

    private ServiceRun(URI address, ChildProcess process, double secondsToReady) {
        this.address = address;
        this.process = process;
        this.secondsToReady = secondsToReady;
    }

    /**
     * Starts one and waits until it is ready.
     *
     * @param command how; its variables are those of the image, of the servers and of {@code options}
     * @param javaOptions what Java is told besides what the command says
     */
    static ServiceRun start(
            Service service,
            UnpackedImage image,
            List<String> command,
            String javaOptions,
            RunSettings settings,
            Addresses servers) {
        Map<String, String> told = new HashMap<>(new ServiceProcess(settings, servers, JavaHome.newest())
                .launch(service)
                .environment());
        int port = settings.services().get(service);
        told.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        told.put("JAVA_TOOL_OPTIONS", javaOptions);
        Path log = settings.data().resolve("logs").resolve(service.code() + ".log");
        Launch launch = Launch.of(service.code(), command, settings.data(), log)
                .withEnvironment(Sandbox.environment(image, told))
                .withStop(Launch.Signal.TERM, STOP);
        URI address = URI.create("http://127.0.0.1:" + port);
        long began = System.nanoTime();
        ChildProcess process = ChildProcess.start(launch, Progress.SILENT);
        try {
            process.ready(Probe.http(address.resolve("/q/health/ready")), START).join();
        } catch (CompletionException notReady) {
            process.kill();
            throw new ServerException(notReady.getCause().getMessage(), notReady);
        }
        return new ServiceRun(address, process, (System.nanoTime() - began) / 1e9);
    }

    /** Seconds from the start of the process until it said that it is ready. */
    double secondsToReady() {
        return secondsToReady;
    }

    /** What it holds in memory, in MB: its proportional share. */
    double megabytes() {
        return process.memory().orElse(0) / MEGABYTE;
    }

    long pid() {
        return process.pid();
    }

    /** Whether who has no token is refused. */
    boolean refusesWithoutToken(Service service) throws IOException, InterruptedException {
        return get("/api/" + service.code() + "/v1/parked-keys") == UNAUTHORISED;
    }

    /** Asks what every service answers, so that the classes for it are known to the cache. */
    void exercise(Service service) throws IOException, InterruptedException {
        for (String path : List.of("/q/health/live", "/q/metrics", "/q/openapi")) {
            get(path);
        }
        refusesWithoutToken(service);
    }

    private int get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }

    /** Stops it in good order. */
    @Override
    public void close() {
        process.stop();
    }
}
