package org.communitysolutions.local.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.communitysolutions.embedded.ProjectTree;
import org.communitysolutions.local.Backlog;
import org.communitysolutions.local.EmptyFolder;
import org.communitysolutions.local.LocalPlatform;
import org.communitysolutions.local.Rest;
import org.communitysolutions.local.RunSettings;
import org.communitysolutions.local.Service;

/** The platform that a story is played on, as real processes on empty data. */
final class Stage implements AutoCloseable {

    /** How long anything in a story may take. */
    static final Duration LIMIT = Duration.ofSeconds(90);

    private final LocalPlatform platform;
    private final Rest rest;
    private final Backlog backlog;
    private final Traces traces = new Traces();
    private final Path data;

    /** Starts all of it. What the story before left is kept until here, for whoever wants to know why it failed. */
    Stage(Narrator narrator) {
        ProjectTree project = ProjectTree.find();
        data = EmptyFolder.at(project.test().resolve("story"));
        long began = System.nanoTime();
        platform = new LocalPlatform(
                RunSettings.onFreePorts(project, data)
                        .telling(Map.of(
                                "OTEL_EXPORTER_OTLP_ENDPOINT",
                                traces.collector().toString(),
                                "LOG_JSON",
                                "true")),
                status -> {});
        try {
            platform.start();
        } catch (RuntimeException failure) {
            platform.close();
            throw failure;
        }
        rest = new Rest(platform.servers());
        backlog = new Backlog(platform.servers());
        narrator.chapter("Servers and services run, after %s"
                .formatted(Narrator.seconds(Duration.ofNanos(System.nanoTime() - began))));
    }

    LocalPlatform platform() {
        return platform;
    }

    FrontLine frontLine() {
        return new FrontLine(platform, rest);
    }

    /** Tells a service something, in a trace that is kept if it may be. */
    void tell(String trace, String account, URI address, Map<String, ?> body) {
        assertThat(traces.post(trace, rest.token(account), address, body)).isBetween(200, 299);
    }

    Watchers watchers() {
        return new Watchers(platform, traces, data.resolve("logs"));
    }

    /** Until these services have worked through everything, and for a second nothing more came. */
    void awaitWorkedThrough(Service... services) {
        for (Service service : services) {
            await().atMost(LIMIT).during(Duration.ofMillis(1_500)).until(() -> backlog.of(service)
                    .isCaughtUp());
        }
    }

    @Override
    public void close() {
        rest.close();
        backlog.close();
        platform.close();
        traces.close();
    }
}
