package org.communitysolutions.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;

/** The same servers as containers, for machines where Docker answers. Ports are fixed, so that a restart keeps them. */
public final class ContainerServers implements Servers {

    private final Settings settings;
    private final Network network = Network.newNetwork();
    private final Map<Server, GenericContainer<?>> containers = new EnumMap<>(Server.class);
    private Installation installation;

    public ContainerServers(Settings settings) {
        this.settings = settings;
    }

    /** Found by {@link ServersSource#best()}. */
    public static final class Source implements ServersSource {
        @Override
        public Servers create(Settings settings) {
            return new ContainerServers(settings);
        }
    }

    @Override
    public synchronized Map<Server, CompletableFuture<Void>> begin(Set<Server> wanted) {
        Set<Server> all = EnumSet.copyOf(wanted);
        if (all.contains(Server.CONNECT)) {
            all.addAll(Set.of(Server.KAFKA, Server.POSTGRESQL));
        }
        installation = Installation.settle(settings, all);
        Map<Server, CompletableFuture<Void>> ready = new EnumMap<>(Server.class);
        try {
            for (Server server : all) {
                containers.put(server, ContainerImages.of(server, installation, network));
            }
        } catch (IOException cannotRead) {
            throw new ServerException("A file of deploy/ cannot be read: " + cannotRead.getMessage(), cannotRead);
        }
        all.forEach(server -> ready.put(server, CompletableFuture.runAsync(() -> launch(server))));
        return ready;
    }

    private void launch(Server server) {
        report(server, Progress.State.STARTING);
        GenericContainer<?> container = containers.get(server);
        if (server == Server.CONNECT) {
            awaitReady(Server.KAFKA);
        }
        container.start();
        awaitReady(server);
        report(server, Progress.State.READY);
    }

    private void awaitReady(Server server) {
        Probe probe = ContainerImages.probe(server, installation);
        long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        try {
            while (!probe.isReady()) {
                if (System.nanoTime() > deadline) {
                    throw new ServerException(server.title() + " was not ready after 3 minutes.");
                }
                Thread.sleep(100);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ServerException("Waiting for " + server.title() + " was interrupted.", interrupted);
        } catch (ServerException known) {
            throw known;
        } catch (Exception failed) {
            throw new ServerException(server.title() + " cannot be used: " + failed.getMessage(), failed);
        }
    }

    private void report(Server server, Progress.State state) {
        settings.progress()
                .changed(new Progress.Status(
                        server.title(), state, "container", Duration.ZERO, OptionalLong.empty(), settings.data(), List.of()));
    }

    /** Where the servers answer; Kafka Connect reaches PostgreSQL by its name in the containers' network. */
    @Override
    public synchronized Addresses addresses() {
        Addresses outside = installation.addresses();
        return new Addresses(
                outside.postgresql(), "postgresql:5432", outside.bootstrapServers(), outside.connect(), outside.keycloak());
    }

    @Override
    public void stop(Server server) {
        GenericContainer<?> container = containers.get(server);
        container.getDockerClient().stopContainerCmd(container.getContainerId()).exec();
        report(server, Progress.State.STOPPED);
    }

    @Override
    public void kill(Server server) {
        GenericContainer<?> container = containers.get(server);
        container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
        report(server, Progress.State.STOPPED);
    }

    @Override
    public void restart(Server server) {
        GenericContainer<?> container = containers.get(server);
        container.getDockerClient().restartContainerCmd(container.getContainerId()).exec();
        try {
            CompletableFuture.runAsync(() -> awaitReady(server)).join();
        } catch (CompletionException notReady) {
            throw ServerException.from(notReady);
        }
        report(server, Progress.State.READY);
    }

    @Override
    public synchronized void close() {
        for (Server server : List.of(Server.CONNECT, Server.KAFKA, Server.KEYCLOAK, Server.POSTGRESQL)) {
            GenericContainer<?> container = containers.get(server);
            if (container != null) {
                container.stop();
            }
        }
        network.close();
    }
}
