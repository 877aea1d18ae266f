package org.communitysolutions.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The servers as child processes of this JVM. */
public final class EmbeddedServers implements Servers {

    private final Settings settings;
    private final Map<Server, ServerProcess> servers = new EnumMap<>(Server.class);
    private final Map<Server, ChildProcess> children = new EnumMap<>(Server.class);
    private Addresses addresses;
    private boolean closed;

    public EmbeddedServers(Settings settings) {
        this.settings = settings;
    }

    @Override
    public synchronized Map<Server, CompletableFuture<Void>> begin(Set<Server> wanted) {
        if (addresses != null) {
            throw new IllegalStateException("These servers were begun before.");
        }
        Platform.require();
        Set<Server> all = EnumSet.copyOf(wanted);
        if (all.contains(Server.CONNECT)) {
            all.addAll(Set.of(Server.KAFKA, Server.POSTGRESQL));
        }
        Installation installation = Installation.settle(settings, all);
        addresses = installation.addresses();
        servers.put(Server.POSTGRESQL, new PostgresqlServer(installation));
        servers.put(Server.KAFKA, new KafkaServer(installation));
        servers.put(Server.CONNECT, new ConnectServer(installation));
        servers.put(Server.KEYCLOAK, new KeycloakServer(installation));
        servers.keySet().retainAll(all);
        Map<Server, CompletableFuture<Void>> ready = new EnumMap<>(Server.class);
        servers.keySet().forEach(server -> ready.put(server, launch(server)));
        return ready;
    }

    private CompletableFuture<Void> launch(Server server) {
        CompletableFuture<Void> ready = new CompletableFuture<>();
        settings.progress().changed(status(server, Progress.State.WAITING, "preparing"));
        Thread.ofVirtual().name("start " + server.title()).start(() -> {
            try {
                ServerProcess process = servers.get(server);
                ChildProcess child = startUnlessClosed(server, process.prepare());
                child.ready(process.probe(), process.limit()).join();
                ready.complete(null);
            } catch (CompletionException notReady) {
                ready.completeExceptionally(ServerException.from(notReady));
            } catch (IOException | RuntimeException cannotStart) {
                settings.progress().changed(status(server, Progress.State.FAILED, cannotStart.getMessage()));
                ready.completeExceptionally(new ServerException(
                        server.title() + " cannot be started: " + cannotStart.getMessage(), cannotStart));
            } finally {
                // An error, such as a class that is not there, is printed by Java; nobody is to wait for the server
                // then.
                ready.completeExceptionally(new ServerException(server.title() + " cannot be started."));
            }
        });
        return ready;
    }

    private synchronized ChildProcess startUnlessClosed(Server server, Launch launch) {
        if (closed) {
            throw new ServerException("The servers were closed while " + server.title() + " was prepared.");
        }
        ChildProcess child = ChildProcess.start(launch, settings.progress());
        children.put(server, child);
        return child;
    }

    private Progress.Status status(Server server, Progress.State state, String detail) {
        return new Progress.Status(
                server.title(),
                state,
                detail == null ? "" : detail,
                Duration.ZERO,
                OptionalLong.empty(),
                settings.data().resolve("logs"),
                List.of());
    }

    @Override
    public synchronized Addresses addresses() {
        if (addresses == null) {
            throw new IllegalStateException("Begin these servers first.");
        }
        return addresses;
    }

    /** The process of a server, if it was started. */
    public synchronized ChildProcess process(Server server) {
        ChildProcess child = children.get(server);
        if (child == null) {
            throw new IllegalStateException(server.title() + " was not started.");
        }
        return child;
    }

    @Override
    public void stop(Server server) {
        process(server).stop();
    }

    @Override
    public void kill(Server server) {
        process(server).kill();
    }

    @Override
    public void restart(Server server) {
        process(server).stop();
        try {
            launch(server).join();
        } catch (CompletionException notReady) {
            throw ServerException.from(notReady);
        }
    }

    /** Stops what uses another server before that other one: first Connect and Keycloak, then Kafka and PostgreSQL. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        stopTogether(Server.CONNECT, Server.KEYCLOAK);
        stopTogether(Server.KAFKA, Server.POSTGRESQL);
    }

    private void stopTogether(Server one, Server other) {
        List<Thread> stops = new ArrayList<>();
        synchronized (this) {
            for (Server server : List.of(one, other)) {
                ChildProcess child = children.get(server);
                if (child != null) {
                    stops.add(Thread.ofVirtual().start(child::stop));
                }
            }
        }
        for (Thread stop : stops) {
            try {
                stop.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
