package org.communitysolutions.risk.oneview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.communitysolutions.risk.Told.RAISED;
import static org.communitysolutions.risk.Told.WITHDRAWN;
import static org.communitysolutions.risk.Told.disclosed;
import static org.communitysolutions.risk.Told.missed;
import static org.communitysolutions.risk.Told.outbox;
import static org.communitysolutions.risk.Told.registered;
import static org.communitysolutions.testkit.Accounts.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.communitysolutions.risk.Told;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.EventContracts;
import org.communitysolutions.testkit.Events;
import org.communitysolutions.testkit.Events.Sent;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

@ServiceIT
class MergedHouseholdsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final UUID a = UUID.randomUUID();
    private final UUID b = UUID.randomUUID();

    @Test
    void whatTwoRecordsKnowOfOneHouseholdCountsTogetherUntilTheyPart() {
        takeIn(registered(a, 60), missed(a, 40, 6), missed(b, 10, 7));
        assertThat(outbox(b, RAISED)).isEmpty();

        merge(b, a);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(outbox(b, RAISED)).hasSize(1));
        assertThat(outbox(b, RAISED).getFirst().data()).contains("council-tax-missed-twice");
        view("universal-worker", b)
                .body("tasks", hasSize(1))
                .body("household.tenure", nullValue())
                .body("timeline.findAll { it.household == '" + a + "' }", hasSize(3))
                .body("timeline.findAll { it.household == null }", hasSize(2));
        as("universal-worker")
                .redirects()
                .follow(false)
                .get("/api/risk/v1/households/" + a + "/one-view")
                .then()
                .statusCode(307)
                .header("Location", containsString(b + "/one-view"));

        Sent since = Told.need(b, "food", 0);
        takeIn(since);
        part(b, a);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(outbox(b, WITHDRAWN)).hasSize(1));
        view("universal-worker", a)
                .body("household.tenure", equalTo("private-rent"))
                .body("timeline", hasSize(4));
        view("universal-worker", b)
                .body("timeline.id", hasItem(since.id().toString()))
                .body("timeline", hasSize(4));
    }

    @Test
    void aTaskThatNobodyHasTakenUpIsAskedForAgainOfTheSurvivingHousehold() {
        takeIn(missed(a, 40, 6), missed(a, 10, 7), registered(b, 60));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(outbox(a, RAISED)).hasSize(1));

        merge(b, a);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(outbox(b, RAISED)).hasSize(1));
        assertThat(outbox(a, WITHDRAWN)).hasSize(1).allSatisfy(event -> {
            assertThat(event.data()).contains("household-merged");
            assertThat(EventContracts.violations(event.type(), event.data())).isEmpty();
        });
        assertThat(outbox(a, "risk.risk-factor-ended.v1")).isNotEmpty();
        assertThat(dueOn(outbox(b, RAISED).getFirst())).isAfter(CouncilCalendar.dayOf(Instant.now()));
        view("universal-worker", b).body("tasks", hasSize(1));
    }

    @Test
    void aTaskThatSomebodyHasTakenUpIsNotAskedForASecondTime() {
        takeIn(missed(a, 40, 6), missed(a, 10, 7), registered(b, 60));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(outbox(a, RAISED)).hasSize(1));
        String task = outbox(a, RAISED).getFirst().data().replaceAll(".*\"taskId\":\"([^\"]*)\".*", "$1");
        takeIn(Told.task(a, "claimed", task, ",\"rule\":\"council-tax-missed-twice\""));

        merge(b, a);
        takeIn(missed(b, 2, 8));

        view("universal-worker", b).body("tasks.id", equalTo(List.of(task))).body("tasks[0].stage", equalTo("claimed"));
        assertThat(outbox(a, WITHDRAWN)).isEmpty();
        assertThat(outbox(b, RAISED)).isEmpty();
    }

    @Test
    void anEventThatStillComesForAMergedHouseholdCountsToTheSurvivingOneThoughTheMergeCameFirst() {
        merge(b, a);

        takeIn(missed(a, 40, 6), missed(b, 10, 7));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(outbox(b, RAISED)).hasSize(1));
        assertThat(outbox(a, RAISED)).isEmpty();
        assertThat(outbox(a, "risk.risk-factor-began.v1")).isEmpty();
    }

    @Test
    void whatIsRestrictedStaysSoAfterAMerge() {
        takeIn(disclosed(a, true), registered(b, 60));

        merge(b, a);

        await().atMost(PATIENCE).untilAsserted(() -> view("domestic-abuse-specialist", b)
                .body("factors.factor", hasItem("domestic-abuse"))
                .body("tasks", hasSize(1)));
        view("universal-worker", b)
                .body("factors.factor", not(hasItem("domestic-abuse")))
                .body("tasks", hasSize(0))
                .body("timeline.type", not(hasItem(containsString("domestic"))));
        assertThat(Stream.of(a, b).flatMap(household -> Database.outboxOf(household).stream()))
                .filteredOn(event -> event.topic().equals("risk.events"))
                .noneMatch(event -> event.data().contains("domestic"));
    }

    @Test
    void onAPastDayBeforeTheMergeTheHouseholdIsSeenApart() {
        takeIn(registered(a, 60), registered(b, 60));
        merge(b, a);
        String day = CouncilCalendar.dayOf(Told.daysAgo(5)).toString();

        as("universal-worker")
                .redirects()
                .follow(false)
                .get("/api/risk/v1/households/" + a + "/one-view?asOf=" + day)
                .then()
                .statusCode(200)
                .body("household.id", equalTo(a.toString()))
                .body("timeline", hasSize(1));
    }

    private static LocalDate dueOn(Database.OutboxEvent raised) {
        return LocalDate.parse(raised.data().replaceAll(".*\"dueOn\":\"([^\"]*)\".*", "$1"));
    }

    private static void takeIn(Sent... events) {
        Events.send(events);
        Stream.of(events).forEach(Told::awaitTakenIn);
    }

    private static void merge(UUID into, UUID merged) {
        takeIn(told("merged", into, into, merged), told("merged", merged, into, merged));
    }

    private static void part(UUID into, UUID merged) {
        takeIn(told("unmerged", into, into, merged), told("unmerged", merged, into, merged));
    }

    private static Sent told(String what, UUID household, UUID into, UUID merged) {
        return Events.event(
                "intake.households-" + what + ".v1",
                household,
                "{\"householdId\":\"%s\",\"into\":\"%s\",\"merged\":[\"%s\"]}".formatted(household, into, merged));
    }

    private static ValidatableResponse view(String role, UUID household) {
        return as(role).get("/api/risk/v1/households/" + household + "/one-view")
                .then()
                .statusCode(200);
    }
}
