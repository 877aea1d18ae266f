package org.communitysolutions.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Set;

/**
 * Registers the connectors that carry outbox rows to Kafka, each rendered from {@code deploy/kafka/outbox-connector.json}.
 */
public final class OutboxConnectors {

    private static final String SUFFIX = "-outbox";

    private final Addresses addresses;
    private final ProjectTree project;

    public OutboxConnectors(Addresses addresses, ProjectTree project) {
        this.addresses = addresses;
        this.project = project;
    }

    /** The name of the connector of a database, for instance {@code case-management-outbox}. */
    public static String name(String database) {
        return Databases.service(database) + SUFFIX;
    }

    /** Whether a connector of this name carries outbox rows. */
    static boolean isOutbox(String name) {
        return name.endsWith(SUFFIX);
    }

    /**
     * Registers the connectors of these databases and waits until all of them run. Does nothing to those that run with the
     * same configuration.
     *
     * @throws ServerException if one fails, with its trace, or does not run within 90 seconds
     */
    public void register(Set<String> databases) {
        try (ConnectRest connect = new ConnectRest(addresses.connect())) {
            for (String database : databases) {
                connect.configure(name(database), configuration(database));
            }
            for (String database : databases) {
                connect.awaitRunning(name(database));
            }
        }
    }

    /** The configuration of a database's connector on these servers, as a JSON object. */
    public String configuration(String database) {
        String server = addresses.postgresqlFromConnect();
        int colon = server.lastIndexOf(':');
        try {
            return Files.readString(project.kafkaFiles().resolve("outbox-connector.json"))
                    .replace("${service}", Databases.service(database))
                    .replace("${database}", database)
                    .replace("${database-host}", server.substring(0, colon))
                    .replace("${database-port}", server.substring(colon + 1))
                    .replace("${database-user}", Databases.CONNECTOR)
                    .replace("${database-password}", Databases.CONNECTOR);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
