package org.communitysolutions.risk;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.Database.OutboxEvent;
import org.communitysolutions.testkit.Events;
import org.communitysolutions.testkit.Events.Sent;

/** What the other services tell of a household, and what this one makes of it. */
public final class Told {

    public static final String MISSED = "debt-advice.council-tax-instalment-missed.v1";
    public static final String RAISED = "risk.early-help-task-raised.v1";
    public static final String WITHDRAWN = "risk.early-help-task-withdrawn.v1";

    private Told() {}

    public static Sent registered(UUID household, int daysAgo) {
        return Events.event(
                        "intake.household-registered.v1",
                        household,
                        "{\"householdId\":\"%s\",\"tenure\":\"private-rent\",\"ward\":\"NB-03\",\"adults\":2,\"children\":1}"
                                .formatted(household))
                .at(daysAgo(daysAgo));
    }

    public static Sent missed(UUID household, int daysAgo, int instalment) {
        LocalDate due = LocalDate.ofInstant(daysAgo(daysAgo + 1), ZoneId.of("Europe/London"));
        return Events.event(MISSED, household, """
            {"householdId":"%s","accountId":"%s","financialYear":"2026-27","instalment":%d,
             "dueDate":"%s","amountPence":15000,"arrearsPence":%d}
            """.formatted(household, household, instalment, due, 15000 * instalment))
                .at(daysAgo(daysAgo));
    }

    public static Sent debtCaseOpened(UUID household, int daysAgo) {
        return Events.event(
                        "debt-advice.debt-case-opened.v1",
                        household,
                        "{\"householdId\":\"%s\",\"debtCaseId\":\"%s\"}".formatted(household, household))
                .at(daysAgo(daysAgo));
    }

    public static Sent disclosed(UUID household, boolean highRisk) {
        return Events.event("intake.domestic-abuse-disclosed.v1", household, """
            {"householdId":"%s","disclosureId":"%s","personId":"%s","highRisk":%s,
             "childrenInHousehold":true}
            """.formatted(
                                household, UUID.randomUUID(), UUID.randomUUID(), highRisk))
                .restricted();
    }

    public static Sent need(UUID household, String need, int daysAgo) {
        return Events.event("intake.need-identified.v1", household, """
            {"householdId":"%s","needId":"%s","need":"%s","severity":"high"}
            """.formatted(household, UUID.randomUUID(), need))
                .at(daysAgo(daysAgo));
    }

    public static Sent task(UUID household, String what, String task, String more) {
        return Events.event("case-management.task-" + what + ".v1", household, """
            {"householdId":"%s","taskId":"%s","kind":"call-household","team":"universal","priority":"high",
             "dueOn":"2027-01-04"%s}
            """.formatted(household, task, more));
    }

    public static Instant daysAgo(int days) {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(days));
    }

    public static List<OutboxEvent> outbox(UUID household, String type) {
        return Database.outboxOf(household).stream()
                .filter(event -> event.type().equals(type))
                .toList();
    }

    /** Waits until the event is in the journal, and with it all that it led to. */
    public static void awaitTakenIn(Sent event) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !asService("select 1 from journal_event where event_id = '%s'".formatted(event.id()))
                        .isEmpty());
    }

    /** What the connector does: the latest event of that type goes from the outbox to Kafka, and so into the history. */
    public static void relay(UUID household, String type) {
        OutboxEvent event = outbox(household, type).getLast();
        Sent sent = new Sent(
                event.id(), type, household, event.occurredAt(), event.sensitivity(), event.topic(), event.data());
        Events.send(sent);
        awaitTakenIn(sent);
    }

    /** Rows as the service itself sees them. */
    public static List<Map<String, Object>> asService(String sql) {
        try (Connection connection = Database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "select set_config('app.subject', 'test', false), set_config('app.roles', 'system', false)");
            ResultSet found = statement.executeQuery(sql);
            List<Map<String, Object>> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(Map.of(found.getMetaData().getColumnLabel(1), found.getObject(1)));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
