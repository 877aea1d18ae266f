package org.communitysolutions.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/**
 * Makes what the services need on servers that somebody else started, such as containers on one machine: the same databases,
 * roles, topics and connectors that embedded servers get, from the same files. What is there already stays as it is. The
 * passwords are local only.
 */
public final class PlatformSetup {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Addresses addresses;
    private final ProjectTree project;
    private final List<URI> services;

    private PlatformSetup(Addresses addresses, ProjectTree project, List<URI> services) {
        this.addresses = addresses;
        this.project = project;
        this.services = services;
    }

    /**
     * Takes one argument: {@code realm} writes the realm into the folder {@code REALM_FOLDER}, before Keycloak starts;
     * {@code servers} makes databases, roles and topics, before services start; {@code connectors} waits until the services in
     * {@code SERVICES}, addresses with blanks between, are ready and thus have migrated, and registers the connectors. The
     * environment names the servers: {@code POSTGRESQL} and {@code KAFKA_BOOTSTRAP_SERVERS} as host and port, {@code
     * CONNECT_URL}; and in {@code SETUP_FILES} the folder that holds {@code deploy}, the root of all files unless given.
     */
    public static void main(String[] arguments) throws InterruptedException {
        Map<String, String> environment = System.getenv();
        String postgresql = environment.getOrDefault("POSTGRESQL", "postgresql:5432");
        Addresses addresses = new Addresses(
                postgresql,
                postgresql,
                environment.getOrDefault("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092"),
                URI.create(environment.getOrDefault("CONNECT_URL", "http://connect:8083")),
                URI.create("http://keycloak"));
        Path files = Path.of(environment.getOrDefault("SETUP_FILES", "/"));
        List<URI> services = Stream.of(environment.getOrDefault("SERVICES", "").split(" ", -1))
                .filter(address -> !address.isBlank())
                .map(URI::create)
                .toList();
        PlatformSetup setup = new PlatformSetup(addresses, new ProjectTree(files), services);
        try {
            switch (arguments.length == 1 ? arguments[0] : "") {
                case "realm" -> setup.writeRealm(Path.of(environment.getOrDefault("REALM_FOLDER", "/realm")));
                case "servers" -> setup.prepareServers();
                case "connectors" -> setup.registerConnectors();
                default -> throw new ServerException("Say what to make: realm, servers or connectors.");
            }
        } catch (ServerException known) {
            System.err.println(known.getMessage());
            System.exit(1);
        }
    }

    private void writeRealm(Path folder) {
        Path file = folder.resolve(Realm.FILE);
        try {
            Files.writeString(file, Realm.render(project, Settings.BROWSER_PORTS));
            System.out.println("The realm is in " + file);
        } catch (IOException unwritable) {
            throw new ServerException("The realm cannot be written to " + file + ": " + unwritable, unwritable);
        }
    }

    private void prepareServers() throws InterruptedException {
        await("PostgreSQL at " + addresses.postgresql(), this::makeDatabases);
        System.out.println("Databases and roles are there: " + String.join(", ", Databases.ALL));
        Topics topics = Topics.read(project);
        await("Kafka at " + addresses.bootstrapServers(), () -> topics.createIn(addresses.bootstrapServers()));
        System.out.println("Topics are there: " + topics.wanted().size());
    }

    private boolean makeDatabases() throws SQLException {
        if (!Tcp.answers(addresses.postgresql())) {
            return false;
        }
        try (Connection connection = DriverManager.getConnection(
                addresses.jdbcUrl("postgres"), Databases.SUPERUSER, Databases.SUPERUSER_PASSWORD)) {
            Databases.create(connection, addresses);
            return true;
        }
    }

    private void registerConnectors() throws InterruptedException {
        for (URI service : services) {
            await(service.toString(), Probe.http(service.resolve("/q/health/ready")));
        }
        await(
                "Kafka Connect at " + addresses.connect(),
                Probe.http(addresses.connect().resolve("/health")));
        new OutboxConnectors(addresses, project).register(Set.copyOf(Databases.ALL));
        System.out.println("Connectors run: " + Databases.ALL.size());
    }

    private static void await(String what, Probe probe) throws InterruptedException {
        Deadline deadline = Deadline.in(LIMIT);
        try {
            while (!probe.isReady()) {
                if (deadline.hasPassed()) {
                    throw new ServerException(what + " did not answer within " + LIMIT.toSeconds() + " seconds.");
                }
                Deadline.pause();
            }
        } catch (SQLException | ExecutionException refused) {
            throw new ServerException(what + " refused: " + refused.getMessage(), refused);
        } catch (InterruptedException | ServerException known) {
            throw known;
        } catch (Exception unexpected) {
            throw new ServerException(what + " cannot be prepared: " + unexpected.getMessage(), unexpected);
        }
    }
}
