package org.communitysolutions.local.upgrade;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.communitysolutions.embedded.ChildProcess;
import org.communitysolutions.embedded.Launch;
import org.communitysolutions.embedded.Probe;
import org.communitysolutions.embedded.Progress;
import org.communitysolutions.embedded.ServerException;
import org.communitysolutions.local.Service;

/** One of several processes of a service, replaced as a cluster replaces a pod. */
final class Instance {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    /** How long it takes until all balancers of a cluster know that an instance is going. */
    private static final Duration SPREADING = Duration.ofSeconds(2);

    private final Service service;
    private final Release release;
    private final int port;
    private final Balancer balancer;
    private final ChildProcess process;

    private Instance(Service service, Release release, int port, Balancer balancer, ChildProcess process) {
        this.service = service;
        this.release = release;
        this.port = port;
        this.balancer = balancer;
        this.process = process;
    }

    /** Starts it; it gets no connection before {@link #join()}. */
    static Instance start(Service service, Release release, Launch launch, int port, Balancer balancer) {
        return new Instance(service, release, port, balancer, ChildProcess.start(launch, Progress.SILENT));
    }

    Service service() {
        return service;
    }

    /** Waits until it is ready, and lets the balancer know. */
    void join() {
        URI ready = URI.create("http://localhost:" + port + "/q/health/ready");
        try {
            process.ready(Probe.http(ready), LIMIT).join();
        } catch (CompletionException notReady) {
            throw new ServerException(notReady.getCause().getMessage(), notReady);
        }
        balancer.add(port);
    }

    /**
     * Ends it as a cluster does: the word spreads to the balancers while its grace begins, so connections may come for a
     * while yet.
     */
    void leave() throws InterruptedException {
        Thread spreading = Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(SPREADING);
                balancer.remove(port);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
        if (release.waitsBeforeTheSignal()) {
            Thread.sleep(release.leaving());
        }
        process.stop();
        spreading.join();
    }

    /** Ends it with all others, when nobody needs it any more. */
    void stop() {
        process.stop();
    }
}
