package org.communitysolutions.embedded;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.images.builder.Transferable;

/** How each server is run as a container, as the makers of its image document. Everything binds loopback only. */
final class ContainerImages {

    private ContainerImages() {}

    static GenericContainer<?> of(Server server, Installation installation, Network network) throws IOException {
        GenericContainer<?> container =
                switch (server) {
                    case POSTGRESQL -> postgresql();
                    case KAFKA -> kafka(Installation.port(installation.addresses().bootstrapServers()));
                    case CONNECT -> connect();
                    case KEYCLOAK -> keycloak(installation);
                };
        int outside = port(server, installation.addresses());
        container.setPortBindings(List.of(Ports.LOOPBACK + ":" + outside + ":" + inside(server, outside)));
        return container
                .withNetwork(network)
                .withNetworkAliases(server.name().toLowerCase(Locale.ROOT));
    }

    private static int port(Server server, Addresses addresses) {
        return switch (server) {
            case POSTGRESQL -> Installation.port(addresses.postgresql());
            case KAFKA -> Installation.port(addresses.bootstrapServers());
            case CONNECT -> addresses.connect().getPort();
            case KEYCLOAK -> addresses.keycloak().getPort();
        };
    }

    private static int inside(Server server, int outside) {
        return switch (server) {
            case POSTGRESQL -> 5432;
            case CONNECT -> 8083;
            // These two tell clients their own address, so the port is the same inside and outside.
            case KAFKA, KEYCLOAK -> outside;
        };
    }

    private static GenericContainer<?> postgresql() {
        return new GenericContainer<>("postgres:18.6")
                .withEnv("POSTGRES_PASSWORD", Databases.SUPERUSER_PASSWORD)
                .withCommand(
                        "postgres -c wal_level=logical -c max_replication_slots=20 -c max_wal_senders=20"
                                + " -c max_slot_wal_keep_size=1GB -c max_connections=200 -c timezone=UTC");
    }

    private static GenericContainer<?> kafka(int port) {
        return new GenericContainer<>("apache/kafka:4.2.1")
                .withEnv(Map.ofEntries(
                        Map.entry("KAFKA_NODE_ID", "1"),
                        Map.entry("KAFKA_PROCESS_ROLES", "broker,controller"),
                        Map.entry("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:29093"),
                        Map.entry("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER"),
                        Map.entry(
                                "KAFKA_LISTENERS",
                                "OUTSIDE://:" + port + ",INSIDE://:29092,CONTROLLER://:29093"),
                        Map.entry(
                                "KAFKA_ADVERTISED_LISTENERS",
                                "OUTSIDE://" + Ports.LOOPBACK + ":" + port + ",INSIDE://kafka:29092"),
                        Map.entry("KAFKA_INTER_BROKER_LISTENER_NAME", "INSIDE"),
                        Map.entry(
                                "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
                                "OUTSIDE:PLAINTEXT,INSIDE:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                        Map.entry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"),
                        Map.entry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1"),
                        Map.entry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1"),
                        Map.entry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1"),
                        Map.entry("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")));
    }

    private static GenericContainer<?> connect() {
        String text = "org.apache.kafka.connect.storage.StringConverter";
        return new GenericContainer<>("quay.io/debezium/connect:3.6.0.Final")
                .withEnv(Map.of(
                        "BOOTSTRAP_SERVERS", "kafka:29092",
                        "GROUP_ID", "outbox-connect",
                        "CONFIG_STORAGE_TOPIC", "connect-configs",
                        "OFFSET_STORAGE_TOPIC", "connect-offsets",
                        "STATUS_STORAGE_TOPIC", "connect-status",
                        "KEY_CONVERTER", text,
                        "VALUE_CONVERTER", text,
                        "CONNECT_SCHEDULED_REBALANCE_MAX_DELAY_MS", "0"));
    }

    private static GenericContainer<?> keycloak(Installation installation) throws IOException {
        int port = installation.addresses().keycloak().getPort();
        return new GenericContainer<>("quay.io/keycloak/keycloak:26.7.3")
                .withEnv("KC_BOOTSTRAP_ADMIN_USERNAME", "admin")
                .withEnv("KC_BOOTSTRAP_ADMIN_PASSWORD", "local-only")
                .withCopyToContainer(
                        Transferable.of(Realm.render(installation.settings())), "/opt/keycloak/data/import/" + Realm.FILE)
                .withCommand("start-dev", "--import-realm", "--http-port=" + port, "--hostname=" + installation.addresses().keycloak());
    }

    /** Ready is the same as for a process: databases, topics and realm are there. */
    static Probe probe(Server server, Installation installation) {
        return switch (server) {
            case POSTGRESQL -> new PostgresqlServer(installation).probe();
            case KAFKA -> new KafkaServer(installation).probe();
            case CONNECT -> new ConnectServer(installation).probe();
            case KEYCLOAK -> new KeycloakServer(installation).probe();
        };
    }
}
