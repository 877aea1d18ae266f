package org.communitysolutions.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever an outbox connector loses, the command brings every row to its topic, in the order in which it was committed. */
class OutboxRecoveryIT {

    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final String DATABASE = "volunteer_coordination";
    private static final String CONNECTOR = "volunteer-coordination-outbox";
    private static final String TOPIC = "volunteer-coordination.events";

    private static EmbeddedServers servers;
    private static Outbox outbox;
    private static Sql superuser;
    private static String configuration;

    private final UUID household = UUID.randomUUID();
    private final List<UUID> committed = new ArrayList<>();

    @BeforeAll
    static void aConnectorRuns() throws SQLException {
        servers = RunningServers.get();
        outbox = new Outbox(servers.addresses(), DATABASE);
        superuser = new Sql(servers.addresses(), "postgres", Databases.SUPERUSER);
        // A sign of life comes more often, as it is what recovery waits for.
        configuration = new OutboxConnectors(servers.addresses(), ProjectTree.find())
                .configuration(DATABASE)
                .replace("\"heartbeat.interval.ms\": \"10000\"", "\"heartbeat.interval.ms\": \"1000\"");
        outbox.migrate();
        servers.registerOutboxConnectors(Set.of(DATABASE));
    }

    @Test
    void aDeletedConnectorGoesOnWhereItWasAndTellsNothingTwice() throws Exception {
        commitAndAwait(5);
        connect("DELETE", "", "");
        commit(5);

        OutboxRecovery.Outcome outcome = recover();

        assertThat(outcome.loss()).isEqualTo(OutboxLoss.CONNECTOR);
        assertThat(outcome.rowsToldAgain()).isZero();
        awaitPublishedOnce();
    }

    @Test
    void aFailedConnectorGoesOnWhereItWasAndTellsNothingTwice() throws Exception {
        commitAndAwait(5);
        connect("PUT", "/config", configuration.replace("record_key", "no_such_column"));
        commit(5);
        awaitFailure();

        OutboxRecovery.Outcome outcome = recover();

        assertThat(outcome.loss()).isEqualTo(OutboxLoss.STANDING);
        awaitPublishedOnce();
    }

    @Test
    void aLostSlotStopsTheConnectorLoudlyAndTheOutboxIsToldAgainWhileNewRowsCome() throws Exception {
        commitAndAwait(5);
        awaitConnectKnowsHowFarItCame();
        servers.kill(Server.CONNECT);
        await().atMost(LIMIT).until(() -> superuser
                .one("select not active from pg_replication_slots where slot_name = 'volunteer_coordination_outbox'")
                .equals("t"));
        superuser.run("select pg_drop_replication_slot('volunteer_coordination_outbox')");
        commit(5);
        commitTwoThatOverlap();
        servers.restart(Server.CONNECT);
        awaitFailure();

        List<UUID> meanwhile;
        OutboxRecovery.Outcome outcome;
        UUID other = UUID.randomUUID();
        try (Writer writer = new Writer(other)) {
            outcome = recover();
            meanwhile = writer.end();
        }

        assertThat(outcome.loss()).isEqualTo(OutboxLoss.SLOT);
        assertThat(outcome.rowsToldAgain()).isGreaterThanOrEqualTo(committed.size());
        awaitPublishedInOrder(household, committed);
        awaitPublishedInOrder(other, meanwhile);
    }

    @Test
    void connectsOwnTopicsAreLostAndTheOutboxIsToldAgain() throws Exception {
        commitAndAwait(5);
        servers.stop(Server.CONNECT);
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", servers.addresses().bootstrapServers()))) {
            admin.deleteTopics(Set.of("connect-configs", "connect-offsets", "connect-status"))
                    .all()
                    .get();
        }
        commit(5);
        servers.restart(Server.CONNECT);

        OutboxRecovery.Outcome outcome = recover();

        assertThat(outcome.loss()).isEqualTo(OutboxLoss.OFFSETS);
        awaitPublishedInOrder(household, committed);
    }

    @Test
    void aSlotThatPostgresqlGaveUpIsMadeAnewAndTheOutboxIsToldAgain() throws Exception {
        commitAndAwait(5);
        connect("PUT", "/stop", "");
        superuser.run("alter system set idle_replication_slot_timeout = '1s'");
        superuser.run("select pg_reload_conf()");
        await().atMost(LIMIT).until(() -> {
            superuser.run("checkpoint");
            return superuser
                    .one("select wal_status from pg_replication_slots where slot_name ="
                            + " 'volunteer_coordination_outbox'")
                    .equals("lost");
        });
        superuser.run("alter system reset idle_replication_slot_timeout");
        superuser.run("select pg_reload_conf()");
        commit(5);

        OutboxRecovery.Outcome outcome = recover();

        assertThat(outcome.loss()).isEqualTo(OutboxLoss.LOG);
        awaitPublishedInOrder(household, committed);
    }

    private static OutboxRecovery.Outcome recover() {
        try (OutboxRecovery recovery = new OutboxRecovery(
                OutboxRecovery.Access.local(servers.addresses()), database -> Optional.of(configuration), said -> {})) {
            return recovery.recover(DATABASE);
        }
    }

    private void commit(int rows) throws SQLException {
        for (int i = 0; i < rows; i++) {
            committed.add(outbox.commit(TOPIC, household, "{}"));
        }
    }

    /** The transaction that began first commits last. */
    private void commitTwoThatOverlap() throws SQLException {
        try (Connection first = outbox.connect()) {
            first.setAutoCommit(false);
            first.createStatement().execute("select now()");
            commit(1);
            committed.add(Outbox.add(first, TOPIC, household, "{}"));
            first.commit();
        }
    }

    private void commitAndAwait(int rows) throws SQLException {
        commit(rows);
        awaitPublishedOnce();
    }

    /** A household's records are in one partition, so in the topic's order. */
    private static void awaitPublished(UUID about, List<UUID> expected, UnaryOperator<Stream<UUID>> seenAs) {
        try (TopicReader reader = new TopicReader(servers.addresses(), TOPIC)) {
            await().atMost(LIMIT).untilAsserted(() -> assertThat(seenAs.apply(reader.records().stream()
                            .filter(seen -> about.toString().equals(seen.key()))
                            .map(seen ->
                                    UUID.fromString(TopicReader.headers(seen).get("ce_id")))))
                    .containsExactlyElementsOf(expected));
        }
    }

    private void awaitPublishedOnce() {
        awaitPublished(household, committed, UnaryOperator.identity());
    }

    /** As readers see it, who pass over what comes again. */
    private static void awaitPublishedInOrder(UUID about, List<UUID> expected) {
        awaitPublished(about, expected, Stream::distinct);
    }

    private static void connect(String method, String path, String body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            int status = client.send(
                            HttpRequest.newBuilder(
                                            servers.addresses().connect().resolve("/connectors/" + CONNECTOR + path))
                                    .header("Content-Type", "application/json")
                                    .method(method, BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofString())
                    .statusCode();
            assertThat(status).isBetween(200, 204);
        }
    }

    private static void awaitConnectKnowsHowFarItCame() {
        OutboxRecovery.Access access = OutboxRecovery.Access.local(servers.addresses());
        try (OutboxSlot slot = new OutboxSlot(access.postgresql(), DATABASE, access.password())) {
            slot.awaitConfirmed(slot.mark(), 0);
        }
    }

    private static void awaitFailure() {
        try (ConnectRest connect = new ConnectRest(servers.addresses().connect())) {
            await().atMost(LIMIT).until(() -> connect.status(CONNECTOR)
                    .filter(ConnectRest.Status::isFailed)
                    .isPresent());
        }
    }

    /** Commits one row after another about a household until it is ended. */
    private static final class Writer implements AutoCloseable {

        private final AtomicBoolean ending = new AtomicBoolean();
        private final CompletableFuture<List<UUID>> rows;

        Writer(UUID about) {
            rows = CompletableFuture.supplyAsync(() -> write(about));
        }

        private List<UUID> write(UUID about) {
            List<UUID> ids = new ArrayList<>();
            try (Connection connection = outbox.connect()) {
                while (!ending.get()) {
                    ids.add(Outbox.add(connection, TOPIC, about, "{}"));
                }
                return ids;
            } catch (SQLException refused) {
                throw new IllegalStateException(refused);
            }
        }

        List<UUID> end() {
            ending.set(true);
            return rows.join();
        }

        @Override
        public void close() {
            ending.set(true);
        }
    }
}
