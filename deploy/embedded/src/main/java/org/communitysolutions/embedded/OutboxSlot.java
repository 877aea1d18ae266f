package org.communitysolutions.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** The replication slot of a database's outbox, and the outbox, as the connector's own role sees and owns them. */
final class OutboxSlot implements AutoCloseable {

    /** PostgreSQL's {@code object_in_use}. */
    private static final String IN_USE = "55006";

    private static final long SLOWEST_ROWS_A_SECOND = 500;

    private final String database;
    private final Connection connection;

    /**
     * Connects.
     *
     * @param server host and port
     * @throws ServerException if the database does not answer or refuses the password
     */
    OutboxSlot(String server, String database, String password) {
        this.database = database;
        try {
            connection = DriverManager.getConnection(
                    "jdbc:postgresql://" + server + "/" + database, Databases.CONNECTOR, password);
        } catch (SQLException refused) {
            throw new ServerException(
                    "The database %s at %s does not let %s in: %s"
                            .formatted(database, server, Databases.CONNECTOR, refused.getMessage()),
                    refused);
        }
    }

    String name() {
        return database + "_outbox";
    }

    /**
     * What PostgreSQL holds for the connector.
     *
     * @param usable false once PostgreSQL has given up the log that the connector had yet to read
     */
    record State(boolean usable) {}

    /** Empty if there is no such slot. */
    Optional<State> state() {
        return one(
                        "select coalesce(wal_status, 'lost') <> 'lost' from pg_replication_slots where slot_name = ?",
                        name())
                .map(usable -> new State(usable.equals("t")));
    }

    /** Removes the slot, if there is one, as soon as nobody reads by it any more. */
    void drop() {
        Deadline deadline = Deadline.in(ConnectRest.LIMIT);
        while (!dropped(deadline)) {
            Deadline.pause();
        }
    }

    private boolean dropped(Deadline deadline) {
        String drop = "select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = ?";
        try (PreparedStatement statement = connection.prepareStatement(drop)) {
            statement.setString(1, name());
            statement.execute();
            return true;
        } catch (SQLException refused) {
            if (IN_USE.equals(refused.getSQLState()) && !deadline.hasPassed()) {
                return false;
            }
            throw failed(refused);
        }
    }

    /** How many rows the outbox holds: those of the last seven days, published or not. */
    long rows() {
        return Long.parseLong(one("select count(*) from outbox").orElseThrow());
    }

    /** Writes a sign of life to the database's log, as the connector itself does, and returns its position. */
    String mark() {
        return one("select pg_logical_emit_message(false, ?, '')", "heartbeat").orElseThrow();
    }

    /**
     * Waits until Kafka has everything that the log held up to there: the connector confirms nothing earlier.
     *
     * @param rows that may be told before; they make the wait longer
     */
    void awaitConfirmed(String position, long rows) {
        Duration limit = ConnectRest.LIMIT.plusSeconds(rows / SLOWEST_ROWS_A_SECOND);
        Deadline deadline = Deadline.in(limit);
        String question = "select confirmed_flush_lsn >= '" + position
                + "'::pg_lsn from pg_replication_slots where slot_name = ?";
        while (!one(question, name()).filter("t"::equals).isPresent()) {
            if (deadline.hasPassed()) {
                throw new ServerException(
                        "The slot %s was not read up to %s within %d seconds; the status of its connector says why."
                                .formatted(name(), position, limit.toSeconds()));
            }
            Deadline.pause();
        }
    }

    private Optional<String> one(String question, String... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            for (int number = 1; number <= parameters.length; number++) {
                statement.setString(number, parameters[number - 1]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
            }
        } catch (SQLException refused) {
            throw failed(refused);
        }
    }

    private ServerException failed(SQLException refused) {
        return new ServerException("The database " + database + " refused: " + refused.getMessage(), refused);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException refused) {
            throw failed(refused);
        }
    }
}
