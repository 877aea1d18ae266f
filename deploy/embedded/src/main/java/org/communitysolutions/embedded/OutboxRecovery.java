package org.communitysolutions.embedded;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Brings outbox connectors back after a loss, so that every committed row reaches its topic, in the order of its key. Where
 * it cannot be known which rows were told, all rows of the outbox are told again, from the same instant at which a new slot
 * begins; readers pass over what they have seen. Rows older than the outbox keeps them (seven days) are not told again.
 */
public final class OutboxRecovery implements AutoCloseable {

    private final ConnectRest connect;
    private final Access access;
    private final Function<String, Optional<String>> configurations;
    private final Consumer<String> report;

    /**
     * Where it works.
     *
     * @param connect the base address of Kafka Connect's REST interface
     * @param postgresql host and port of PostgreSQL
     * @param password of the role {@code outbox_connector}
     */
    public record Access(URI connect, String postgresql, String password) {

        /** Those of this machine. Local only: the role's password is its name. */
        public static Access local(Addresses addresses) {
            return new Access(addresses.connect(), addresses.postgresql(), Databases.CONNECTOR);
        }
    }

    /**
     * What was found and done.
     *
     * @param rowsToldAgain how many rows the outbox held when they were told again; 0 if they were not
     */
    public record Outcome(OutboxLoss loss, long rowsToldAgain, Duration took) {}

    /**
     * For these servers.
     *
     * @param configurations the configuration of a database's connector; empty where somebody else makes connectors
     * @param report hears what is found and done, a sentence at a time
     */
    public OutboxRecovery(Access access, Function<String, Optional<String>> configurations, Consumer<String> report) {
        this.access = access;
        this.connect = new ConnectRest(access.connect());
        this.configurations = configurations;
        this.report = report;
    }

    /**
     * Finds out what is lost and makes it good; does nothing to a connector that runs. Returns when Kafka has every row that
     * was committed before.
     *
     * @throws ServerException if the connector does not run in the end, or does not get so far
     */
    public Outcome recover(String database) {
        return recover(database, found -> found);
    }

    /** Tells the whole outbox again, whatever is lost: after databases were restored, or Kafka's topics were lost. */
    public Outcome tellAgain(String database) {
        return recover(database, found -> OutboxLoss.ASKED_FOR);
    }

    private Outcome recover(String database, Function<OutboxLoss, OutboxLoss> judge) {
        long began = System.nanoTime();
        String name = OutboxConnectors.name(database);
        try (OutboxSlot slot = new OutboxSlot(access.postgresql(), database, access.password())) {
            Optional<ConnectRest.Status> before = connect.status(name);
            if (before.isEmpty()) {
                connect.createStopped(name, required(name, database));
            }
            OutboxLoss loss = judge.apply(OutboxLoss.of(before, connect.knowsOffsets(name), slot.state()));
            report.accept(name + ": " + loss.text() + ".");
            long rows = 0;
            if (loss.isToldAgain()) {
                rows = tellAgain(name, database, slot);
            } else if (loss != OutboxLoss.NOTHING) {
                goOn(name, database);
            }
            slot.awaitConfirmed(slot.mark(), rows);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            report.accept("%s: Kafka has all that was committed until now; %.1f s."
                    .formatted(name, took.toMillis() / 1000.0));
            return new Outcome(loss, rows, took);
        }
    }

    private String required(String name, String database) {
        return configurations
                .apply(database)
                .orElseThrow(() -> new ServerException(
                        "Kafka Connect at %s has no connector %s, and who made it has to make it again; then run this again."
                                .formatted(access.connect(), name)));
    }

    private void goOn(String name, String database) {
        configure(name, database);
        if (connect.status(name).filter(ConnectRest.Status::isFailed).isPresent()) {
            connect.restart(name);
        } else {
            connect.resume(List.of(name));
        }
    }

    /**
     * A connector without offsets and without a slot makes a slot and reads the table as of that very instant. With the old
     * slot kept it would read the table as of one instant and the log from another, and rows committed between them would
     * be in neither.
     */
    private long tellAgain(String name, String database, OutboxSlot slot) {
        connect.stop(List.of(name));
        connect.forgetOffsets(name);
        slot.drop();
        configure(name, database);
        long rows = slot.rows();
        report.accept("%s: tells the %,d rows of its outbox again; readers pass over those that they have."
                .formatted(name, rows));
        connect.resume(List.of(name));
        return rows;
    }

    private void configure(String name, String database) {
        configurations.apply(database).ifPresent(configuration -> connect.configure(name, configuration));
    }

    @Override
    public void close() {
        connect.close();
    }
}
