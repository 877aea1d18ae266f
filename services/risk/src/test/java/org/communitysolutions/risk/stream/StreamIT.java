package org.communitysolutions.risk.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.communitysolutions.risk.Told.RAISED;
import static org.communitysolutions.risk.Told.WITHDRAWN;
import static org.communitysolutions.risk.Told.awaitTakenIn;
import static org.communitysolutions.risk.Told.daysAgo;
import static org.communitysolutions.risk.Told.debtCaseOpened;
import static org.communitysolutions.risk.Told.missed;
import static org.communitysolutions.risk.Told.need;
import static org.communitysolutions.risk.Told.outbox;
import static org.communitysolutions.risk.Told.registered;
import static org.communitysolutions.testkit.Accounts.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.communitysolutions.risk.Told;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.Database.OutboxEvent;
import org.communitysolutions.testkit.EventContracts;
import org.communitysolutions.testkit.Events;
import org.communitysolutions.testkit.Events.Sent;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

@ServiceIT
class StreamIT {

    private static final String PARKED = "/api/risk/v1/parked-keys";

    private final UUID household = UUID.randomUUID();

    @Test
    void asksForHelpWhenWhatSeveralServicesToldComesTogether() {
        Sent rent = Events.event("debt-advice.rent-arrears-changed.v1", household, """
            {"householdId":"%s","accountId":"%s","arrearsPence":90000,"previousArrearsPence":40000}
            """.formatted(household, household))
                .at(daysAgo(2));

        Events.send(registered(household, 30), need(household, "low-pay", 20), rent);
        Events.send(need(household, "mental-health", 10));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> !outbox(household, RAISED).isEmpty());
        OutboxEvent raised = outbox(household, RAISED).getFirst();
        assertThat(raised.topic()).isEqualTo("risk.events");
        assertThat(raised.data()).contains("private-rent-low-income-debt-mental-health", "\"team\":\"targeted\"");
        assertThat(raised.traceParent()).isEqualTo(Events.TRACE_PARENT);
        assertThat(Database.outboxOf(household))
                .extracting(OutboxEvent::type)
                .contains("risk.risk-factor-began.v1", "risk.household-risk-changed.v1");
        assertThat(Database.outboxOf(household))
                .allSatisfy(event -> assertThat(EventContracts.violations(event.type(), event.data()))
                        .isEmpty());
    }

    @Test
    void raisesNoSecondTaskWhenRecordsAreDeliveredTwiceOrFromTheStart() {
        Sent first = missed(household, 40, 6);
        Sent second = missed(household, 10, 7);
        Events.send(first, second, second, first);
        awaitTakenIn(second);

        Sent after = need(household, "isolation", 1);
        Events.send(first, second, after);
        awaitTakenIn(after);

        assertThat(outbox(household, RAISED)).hasSize(1);
    }

    @Test
    void withdrawsATaskWhenALateEventShowsThatNobodyHadToAsk() {
        Sent second = missed(household, 10, 7);
        Events.send(missed(household, 40, 6), second);
        awaitTakenIn(second);
        Sent late = debtCaseOpened(household, 50);

        Events.send(late);
        awaitTakenIn(late);

        assertThat(outbox(household, WITHDRAWN))
                .singleElement()
                .satisfies(event -> assertThat(event.data()).contains("\"why\":\"corrected\""))
                .satisfies(event ->
                        assertThat(event.causation()).isEqualTo(late.id().toString()));
    }

    @Test
    void parksTheHouseholdOfAnEventThatCannotBeReadAndNoOther() {
        UUID other = UUID.randomUUID();
        Sent good = missed(household, 10, 7);
        Sent poison = good.withData(good.data().replace("\"dueDate\":\"", "\"dueDate\":\"the "));
        Sent heldBack = missed(household, 5, 8);
        Sent ofOther = missed(other, 5, 8);

        Events.send(poison, heldBack, ofOther);
        awaitTakenIn(ofOther);

        await().atMost(Duration.ofSeconds(30)).until(() -> parked() == 2);
        assertThat(Database.outboxOf(household)).isEmpty();
        assertThat(Database.outboxOf(other)).isNotEmpty();
        as("platform-operator")
                .post(PARKED + "/" + household + "/release")
                .then()
                .statusCode(409);
        assertThat(parked()).isEqualTo(2);
    }

    @Test
    void leavesNothingOfAnEventThatFailsAndTakesItInWhenItIsReleased() {
        refuseTasksOf(household);
        Sent first = missed(household, 40, 6);
        Sent second = missed(household, 10, 7);
        Events.send(first);
        awaitTakenIn(first);
        List<OutboxEvent> before = Database.outboxOf(household);

        Events.send(second);
        await().atMost(Duration.ofSeconds(30)).until(() -> parked() == 1);
        assertThat(Database.outboxOf(household)).isEqualTo(before);
        assertThat(Told.asService("select 1 from journal_event where event_id = '%s'".formatted(second.id())))
                .isEmpty();

        Database.execute("drop trigger refuse_" + household.toString().replace('-', '_') + " on raised_task");
        as("platform-operator")
                .post(PARKED + "/" + household + "/release")
                .then()
                .statusCode(200)
                .body("events", equalTo(1));
        assertThat(outbox(household, RAISED)).hasSize(1);
    }

    @Test
    void evaluatesAnewFromTheJournalWithoutSayingAnythingTwice() {
        Sent second = missed(household, 10, 7);
        Events.send(missed(household, 40, 6), second);
        awaitTakenIn(second);
        List<OutboxEvent> before = Database.outboxOf(household);

        as("platform-operator")
                .contentType(ContentType.JSON)
                .body("{\"limit\":2000}")
                .post("/api/risk/v1/re-evaluations")
                .then()
                .statusCode(200)
                .body("households", greaterThan(0));

        assertThat(Database.outboxOf(household)).isEqualTo(before);
    }

    private long parked() {
        return (long) Database.query(
                        "select count(*) as records from parked_record where record_key = ?", household.toString())
                .getFirst()
                .get("records");
    }

    private static void refuseTasksOf(UUID household) {
        String name = "refuse_" + household.toString().replace('-', '_');
        Database.execute("create or replace function " + name + "() returns trigger language plpgsql as "
                + "$$ begin raise exception 'refused by a test'; end $$");
        Database.execute("create trigger " + name + " before insert on raised_task for each row when (new.household = '"
                + household + "') execute function " + name + "()");
    }
}
