package org.communitysolutions.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OutboxIT {

    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final UUID EARLY_HOUSEHOLD = UUID.randomUUID();
    private static final Map<String, String> HEADERS_OF_EVERY_EVENT = Map.of(
            "ce_specversion", "1.0",
            "ce_source", "/intake",
            "ce_type", "org.communitysolutions.intake.contact-received.v1",
            "ce_time", "2026-03-01T08:30:00.250000Z",
            "ce_dataschema", "https://example.org/contact-received.v1.schema.json",
            "ce_sensitivity", "standard",
            "ce_causationid", "cause-1",
            "traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "content-type", "application/json");

    private static EmbeddedServers servers;
    private static Outbox outbox;
    private static List<UUID> early;

    @BeforeAll
    static void rowsAreWrittenBeforeTheConnectorExists() throws SQLException {
        servers = RunningServers.get();
        outbox = new Outbox(servers.addresses(), "intake");
        outbox.migrate();
        early = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            early.add(outbox.commit("intake.events", EARLY_HOUSEHOLD, "{\"number\": %d}".formatted(i)));
        }
        new Outbox(servers.addresses(), "debt_advice").migrate();
        servers.registerOutboxConnectors(Set.of("intake", "debt_advice"));
    }

    @Test
    void rowsWrittenBeforeTheConnectorExistedAreCarriedInTheirOrder() {
        try (TopicReader reader = new TopicReader(servers.addresses(), "intake.events")) {
            await().atMost(LIMIT).untilAsserted(() -> assertThat(reader.records().stream()
                            .filter(seen -> EARLY_HOUSEHOLD.toString().equals(seen.key()))
                            .map(seen -> id(seen))
                            .distinct())
                    .containsExactlyElementsOf(early));
        }
    }

    @Test
    void anEventAboutAHouseholdHasTheHeadersOfTheEnvelopeAndNoOthers() throws SQLException {
        UUID household = UUID.randomUUID();
        Instant before = Instant.now();

        UUID id = outbox.commit("intake.events", household, "{\"householdId\": \"%s\"}".formatted(household));

        ConsumerRecord<String, String> seen = awaitRecord("intake.events", id);
        Map<String, String> expected = new TreeMap<>(HEADERS_OF_EVERY_EVENT);
        expected.put("ce_id", id.toString());
        expected.put("ce_subject", household.toString());
        assertThat(TopicReader.headers(seen)).isEqualTo(expected);
        assertThat(seen.key()).isEqualTo(household.toString());
        assertThat(seen.value()).isEqualTo("{\"householdId\": \"%s\"}".formatted(household));
        assertThat(Instant.ofEpochMilli(seen.timestamp()))
                .as("the record carries the sender's clock, not the time of the event")
                .isBetween(before.minusSeconds(1), Instant.now().plusSeconds(1));
    }

    @Test
    void anEventAboutNoHouseholdHasNoSubject() throws SQLException {
        UUID id = outbox.commit("intake.events~without-subject", null, "{\"channel\": \"phone\"}");

        ConsumerRecord<String, String> seen = awaitRecord("intake.events", id);
        Map<String, String> expected = new TreeMap<>(HEADERS_OF_EVERY_EVENT);
        expected.put("ce_id", id.toString());
        assertThat(TopicReader.headers(seen)).isEqualTo(expected);
        assertThat(seen.key()).isEqualTo(id.toString());
    }

    @Test
    void aRestrictedEventGoesToTheRestrictedTopicAndNowhereElse() throws SQLException {
        UUID id = outbox.commit("intake.events.restricted", UUID.randomUUID(), "{}");
        UUID later = outbox.commit("intake.events", UUID.randomUUID(), "{}");

        assertThat(awaitRecord("intake.events.restricted", id)).isNotNull();
        awaitRecord("intake.events", later);
        try (TopicReader reader = new TopicReader(servers.addresses(), "intake.events")) {
            await().atMost(LIMIT).until(() -> ids(reader).contains(later));
            assertThat(ids(reader)).doesNotContain(id);
        }
    }

    @Test
    void nothingIsLostWhenConnectIsKilledBetweenCommitAndPublish() throws SQLException {
        List<UUID> committed = new ArrayList<>();
        UUID household = UUID.randomUUID();
        for (int i = 0; i < 10; i++) {
            committed.add(outbox.commit("intake.events", household, "{\"before\": %d}".formatted(i)));
        }
        servers.kill(Server.CONNECT);
        for (int i = 0; i < 10; i++) {
            committed.add(outbox.commit("intake.events", household, "{\"while away\": %d}".formatted(i)));
        }

        servers.restart(Server.CONNECT);

        try (TopicReader reader = new TopicReader(servers.addresses(), "intake.events")) {
            await().atMost(LIMIT).untilAsserted(() -> assertThat(ids(reader)).containsAll(committed));
        }
    }

    @Test
    void anIdleDatabaseDoesNotHoldBackTheLog() throws SQLException {
        Sql sql = new Sql(servers.addresses(), "postgres", Databases.SUPERUSER);
        outbox.commit("intake.events", UUID.randomUUID(), "{}");
        String now = sql.one("select pg_current_wal_lsn()");

        await().atMost(LIMIT).until(() -> sql.one(
                        "select confirmed_flush_lsn > '%s' from pg_replication_slots where slot_name = 'debt_advice_outbox'"
                                .formatted(now))
                .equals("t"));
        try (TopicReader reader = new TopicReader(servers.addresses(), "debt-advice.events")) {
            assertThat(reader.records()).as("a heartbeat is no event").isEmpty();
        }
    }

    private static ConsumerRecord<String, String> awaitRecord(String topic, UUID id) {
        try (TopicReader reader = new TopicReader(servers.addresses(), topic)) {
            return await().atMost(LIMIT)
                    .until(
                            () -> reader.records().stream()
                                    .filter(seen -> id(seen).equals(id))
                                    .findFirst(),
                            Optional::isPresent)
                    .orElseThrow();
        }
    }

    private static List<UUID> ids(TopicReader reader) {
        return reader.records().stream().map(OutboxIT::id).toList();
    }

    private static UUID id(ConsumerRecord<String, String> seen) {
        return UUID.fromString(TopicReader.headers(seen).get("ce_id"));
    }
}
