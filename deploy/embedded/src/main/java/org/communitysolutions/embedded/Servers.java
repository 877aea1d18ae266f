package org.communitysolutions.embedded;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The servers that the services need, wherever they run. Closing stops them, in order, and waits until they are gone. */
public interface Servers extends AutoCloseable {

    /**
     * Starts what is asked for, all at once, and returns at once. Kafka Connect brings Kafka and PostgreSQL with it.
     *
     * @return for each server a future that completes when it is ready to be used (databases, topics and realm included),
     *     or fails with a {@link ServerException}
     * @throws ServerException if a port is taken or a part of the installation is missing; nothing is started then
     */
    Map<Server, CompletableFuture<Void>> begin(Set<Server> wanted);

    /**
     * Starts what is asked for and waits until all of it is ready.
     *
     * @throws ServerException if any of them does not become ready
     */
    default Addresses start(Set<Server> wanted) {
        try {
            CompletableFuture.allOf(begin(wanted).values().toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException failure) {
            throw ServerException.from(failure);
        }
        return addresses();
    }

    /** Where the servers answer; known as soon as {@link #begin} returned. */
    Addresses addresses();

    /**
     * Makes outbox rows of these databases flow to Kafka. Call it when their services have migrated; calling it again is
     * harmless.
     *
     * @param databases names out of {@link Databases#ALL}
     * @throws ServerException if a connector does not reach RUNNING, with its trace
     */
    default void registerOutboxConnectors(Set<String> databases) {
        new OutboxConnectors(addresses(), ProjectTree.find()).register(databases);
    }

    /** Stops one server in good order. */
    void stop(Server server);

    /** Ends one server without warning, as a crash would. */
    void kill(Server server);

    /** Starts one server again on its kept data and its old port, and waits until it is ready. */
    void restart(Server server);

    @Override
    void close();
}
