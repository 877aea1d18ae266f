package org.communitysolutions.embedded;

import java.net.URI;
import java.util.List;

/**
 * All outbox connectors stopped, until this is closed. What services publish meanwhile waits in their databases. A stopped
 * connector has no producer; the one that it gets when it goes on knows topics as they are then.
 */
public final class StoppedOutboxConnectors implements AutoCloseable {

    private final ConnectRest connect;
    private final List<String> names;

    private StoppedOutboxConnectors(ConnectRest connect, List<String> names) {
        this.connect = connect;
        this.names = names;
    }

    /**
     * Stops them, and returns when they have stopped.
     *
     * @param address where Kafka Connect answers
     * @throws ServerException if it does not, if it has no outbox connector, or if one does not stop; then they go on
     */
    public static StoppedOutboxConnectors at(URI address) {
        ConnectRest connect = new ConnectRest(address);
        List<String> names =
                connect.names().stream().filter(OutboxConnectors::isOutbox).toList();
        StoppedOutboxConnectors stopped = new StoppedOutboxConnectors(connect, names);
        try {
            if (names.isEmpty()) {
                throw new ServerException("Kafka Connect at " + address + " has no outbox connector.");
            }
            connect.stop(names);
            return stopped;
        } catch (ServerException failure) {
            stopped.goOnDespite(failure);
            throw failure;
        }
    }

    private void goOnDespite(ServerException failure) {
        try {
            close();
        } catch (ServerException further) {
            failure.addSuppressed(further);
        }
    }

    public List<String> names() {
        return names;
    }

    /** They go on where they were; returns when they run. */
    @Override
    public void close() {
        try {
            connect.resume(names);
        } finally {
            connect.close();
        }
    }
}
