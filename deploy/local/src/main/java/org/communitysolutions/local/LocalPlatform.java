package org.communitysolutions.local;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.communitysolutions.embedded.Addresses;
import org.communitysolutions.embedded.ChildProcess;
import org.communitysolutions.embedded.EmbeddedServers;
import org.communitysolutions.embedded.JavaHome;
import org.communitysolutions.embedded.Probe;
import org.communitysolutions.embedded.Progress;
import org.communitysolutions.embedded.Server;
import org.communitysolutions.embedded.ServerException;

/** All servers and services as processes of this machine. */
public final class LocalPlatform implements AutoCloseable {

    /** The part that stands for all outbox connectors. */
    static final String CONNECTORS = "outbox connectors";

    private static final Duration SERVICE_LIMIT = Duration.ofMinutes(2);

    private final RunSettings settings;
    private final Progress progress;
    private final EmbeddedServers servers;
    private final Map<Service, ChildProcess> services = new EnumMap<>(Service.class);
    private final CompletableFuture<String> died = new CompletableFuture<>();
    private ServiceProcess launches;
    private boolean closed;

    /**
     * Settles all ports; starts nothing yet.
     *
     * @throws ServerException if a port is taken
     */
    public LocalPlatform(RunSettings wished, Progress progress) {
        this.settings = wished.settled();
        this.progress = status -> {
            progress.changed(status);
            if (status.state() == Progress.State.FAILED) {
                died.complete(status.name());
            }
        };
        this.servers = new EmbeddedServers(settings.forServers().withProgress(this.progress));
    }

    /**
     * Starts everything and waits until all of it can be used.
     *
     * @throws ServerException if a part does not become ready
     */
    public void start() {
        start(EnumSet.of(Server.POSTGRESQL, Server.KAFKA), addresses -> {});
    }

    /**
     * Starts everything on data that need work before services may see them.
     *
     * @param work is done when PostgreSQL, Kafka and Kafka Connect can be used and no service runs
     * @throws ServerException if a part does not become ready
     */
    public void startAfter(Consumer<Addresses> work) {
        start(EnumSet.of(Server.POSTGRESQL, Server.KAFKA, Server.CONNECT), work);
    }

    private void start(Set<Server> first, Consumer<Addresses> work) {
        Map<Server, CompletableFuture<Void>> ready = servers.begin(EnumSet.allOf(Server.class));
        launches = new ServiceProcess(settings, servers.addresses(), JavaHome.newest());
        await(first.stream().map(ready::get).toList());
        work.accept(servers.addresses());
        await(settings.services().keySet().stream().map(this::launch).toList());
        await(List.of(ready.get(Server.CONNECT)));
        registerConnectors();
        await(List.of(ready.get(Server.KEYCLOAK)));
    }

    private CompletableFuture<Void> launch(Service service) {
        ChildProcess child;
        synchronized (this) {
            if (closed) {
                throw new ServerException("The platform was closed while " + service.code() + " was to be started.");
            }
            child = ChildProcess.start(launches.launch(service), progress);
            services.put(service, child);
        }
        return child.ready(Probe.http(address(service).resolve("/q/health/ready")), SERVICE_LIMIT);
    }

    private void registerConnectors() {
        long began = System.nanoTime();
        Consumer<Progress.State> report = state -> progress.changed(new Progress.Status(
                CONNECTORS,
                state,
                "",
                Duration.ofNanos(System.nanoTime() - began),
                OptionalLong.empty(),
                settings.data().resolve("logs"),
                List.of()));
        report.accept(Progress.State.STARTING);
        Set<String> databases =
                settings.services().keySet().stream().map(Service::database).collect(Collectors.toSet());
        servers.registerOutboxConnectors(databases);
        report.accept(Progress.State.READY);
    }

    private void await(List<CompletableFuture<Void>> parts) {
        await(CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new)));
    }

    private <T> T await(CompletableFuture<T> work) {
        try {
            CompletableFuture.anyOf(work, died.thenAccept(part -> {
                        throw new ServerException(part + " failed.");
                    }))
                    .join();
            return work.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof ServerException known
                    ? known
                    : new ServerException(String.valueOf(failure.getCause()), failure);
        }
    }

    /**
     * Does some work with the platform, as long as all of it is there.
     *
     * @throws ServerException if a part dies before the work is done, or the work fails
     */
    public <T> T whileAllLive(Supplier<T> work) {
        return await(CompletableFuture.supplyAsync(work, Thread::startVirtualThread));
    }

    public Addresses servers() {
        return servers.addresses();
    }

    /** The services that run. */
    public Set<Service> services() {
        return settings.services().keySet();
    }

    /** Where a service answers, for instance {@code http://localhost:8101}. */
    public URI address(Service service) {
        return URI.create("http://localhost:" + settings.services().get(service));
    }

    /** Completes with the name of the first part that failed or died although nobody stopped it. */
    public CompletableFuture<String> died() {
        return died.copy();
    }

    /** The process id of each part, by its name. */
    synchronized Map<String, Long> processes() {
        Map<String, Long> processes = new LinkedHashMap<>();
        for (Server server : Server.values()) {
            processes.put(server.title(), servers.process(server).pid());
        }
        services.forEach((service, child) -> processes.put(service.code(), child.pid()));
        return processes;
    }

    /** Ends a service without warning, as a crash would. */
    public synchronized void kill(Service service) {
        services.get(service).kill();
    }

    /** Ends a server without warning, as a crash would. */
    public void kill(Server server) {
        servers.kill(server);
    }

    /** Starts a service again, and waits until it can be used. */
    public void restart(Service service) {
        synchronized (this) {
            services.get(service).stop();
        }
        await(List.of(launch(service)));
    }

    /** Stops the services, then the servers that they use. */
    @Override
    public void close() {
        List<Thread> stops = new ArrayList<>();
        synchronized (this) {
            closed = true;
            services.values().forEach(child -> stops.add(Thread.ofVirtual().start(child::stop)));
        }
        for (Thread stop : stops) {
            try {
                stop.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        servers.close();
    }
}
