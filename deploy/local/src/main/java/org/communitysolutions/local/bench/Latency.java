package org.communitysolutions.local.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.communitysolutions.embedded.ServerException;
import org.communitysolutions.local.history.EventType;
import org.communitysolutions.local.history.HistoryTopics;
import org.communitysolutions.local.history.PublishedEvent;

/**
 * How soon after its event a task stands: from the producer's send to the commit of the task's row, by one clock, while 1,000
 * events come in a second. Of ten events one is the second instalment that a new household has missed, which raises a task; one
 * is the first that another has; eight are contacts of households that are there.
 *
 * @param millis of each task, in ascending order
 */
record Latency(List<Double> millis) {

    private static final int EVENTS_A_SECOND = 1_000;
    /** Ten events. */
    private static final int ROUNDS_A_SECOND = EVENTS_A_SECOND / 10;

    private static final int WARMING_ROUNDS = 5 * ROUNDS_A_SECOND;
    private static final int COUNTED_ROUNDS = 30 * ROUNDS_A_SECOND;
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final long DAY_MILLIS = 86_400_000;

    private static final String PRESENT = "select household from household_state limit 20000";
    private static final String COMMITTED = """
            select household, extract(epoch from pg_xact_commit_timestamp(xmin)) * 1000 from raised_task
            where household = any(?)
            """;

    /** Sends, waits for the tasks, and measures; the first five seconds do not count. */
    static Latency measure(BenchServers servers) throws SQLException, InterruptedException {
        try (Connection connection = servers.connect(RiskService.DATABASE)) {
            List<UUID> present = present(connection);
            Map<UUID, Double> sent;
            try (HistoryTopics topics = new HistoryTopics(servers.addresses().bootstrapServers(), 0)) {
                sent = send(topics, present);
            }
            Map<UUID, Double> committed = committed(connection, sent.keySet().toArray(UUID[]::new));
            return new Latency(sent.entrySet().stream()
                    .map(event -> committed.get(event.getKey()) - event.getValue())
                    .sorted()
                    .toList());
        }
    }

    private static List<UUID> present(Connection connection) throws SQLException {
        List<UUID> present = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(PRESENT);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                present.add(rows.getObject(1, UUID.class));
            }
        }
        return present;
    }

    /** Sends at an even pace; for each household that is to get a task, when its second instalment was sent. */
    private static Map<UUID, Double> send(HistoryTopics topics, List<UUID> present) {
        int rounds = WARMING_ROUNDS + COUNTED_ROUNDS;
        UUID[] late = new UUID[rounds + ROUNDS_A_SECOND];
        Map<UUID, Double> sent = new HashMap<>();
        long began = System.nanoTime();
        for (int i = 0; i < rounds * 10; i++) {
            awaitTurn(began + i * 1_000_000_000L / EVENTS_A_SECOND);
            int round = i / 10;
            switch (i % 10) {
                case 0 -> {
                    late[round + ROUNDS_A_SECOND] = UUID.randomUUID();
                    topics.publish(missed(late[round + ROUNDS_A_SECOND], 1, 45));
                }
                // The household whose first was a second ago.
                case 5 -> {
                    if (late[round] != null) {
                        PublishedEvent second = missed(late[round], 2, 14);
                        if (round >= WARMING_ROUNDS) {
                            sent.put(late[round], now());
                        }
                        topics.publish(second);
                    }
                }
                default -> topics.publish(contact(present.get(i % present.size())));
            }
        }
        return sent;
    }

    private static void awaitTurn(long due) {
        while (System.nanoTime() < due) {
            LockSupport.parkNanos(due - System.nanoTime());
        }
    }

    /** Milliseconds since 1970 with what is finer: PostgreSQL's clock is that of this machine. */
    private static double now() {
        java.time.Instant now = java.time.Instant.now();
        return now.getEpochSecond() * 1e3 + now.getNano() / 1e6;
    }

    private static PublishedEvent missed(UUID household, int instalment, int daysAgo) {
        LocalDate due = LocalDate.now(ZoneOffset.UTC).minusDays(daysAgo);
        String data = """
                {"householdId":"%1$s","accountId":"%1$s","financialYear":"2026-27","instalment":%2$d,"dueDate":"%3$s",\
                "amountPence":12000,"arrearsPence":%4$d}""".formatted(household, instalment, due, 12_000 * instalment);
        return event(EventType.COUNCIL_TAX_INSTALMENT_MISSED, household, due.toEpochDay() * DAY_MILLIS, data);
    }

    private static PublishedEvent contact(UUID household) {
        String data = """
                {"householdId":"%s","contactId":"%s","channel":"phone"}""".formatted(household, UUID.randomUUID());
        return event(EventType.CONTACT_RECEIVED, household, System.currentTimeMillis(), data);
    }

    private static PublishedEvent event(EventType type, UUID household, long occurredAt, String data) {
        return PublishedEvent.aboutHousehold(
                type,
                UUID.randomUUID().getMostSignificantBits(),
                occurredAt,
                System.currentTimeMillis(),
                household.toString().getBytes(StandardCharsets.US_ASCII),
                data.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<UUID, Double> committed(Connection connection, UUID[] households)
            throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            Map<UUID, Double> committed = commits(connection, households);
            if (committed.size() == households.length) {
                return committed;
            }
            if (System.nanoTime() > deadline) {
                throw new ServerException("%d of %d households have no task after %d s"
                        .formatted(households.length - committed.size(), households.length, LIMIT.toSeconds()));
            }
            Thread.sleep(Duration.ofSeconds(1));
        }
    }

    private static Map<UUID, Double> commits(Connection connection, UUID[] households) throws SQLException {
        Map<UUID, Double> committed = new HashMap<>();
        Array asked = connection.createArrayOf("uuid", households);
        try (PreparedStatement select = connection.prepareStatement(COMMITTED)) {
            select.setArray(1, asked);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    committed.merge(rows.getObject(1, UUID.class), rows.getDouble(2), Math::min);
                }
            }
        }
        return committed;
    }

    double percentile(int percent) {
        return millis.get(Math.min(millis.size() - 1, millis.size() * percent / 100));
    }
}
