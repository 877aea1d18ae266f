package org.communitysolutions.risk.oneview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.risk.Told.awaitTakenIn;
import static org.communitysolutions.risk.Told.debtCaseOpened;
import static org.communitysolutions.risk.Told.disclosed;
import static org.communitysolutions.risk.Told.missed;
import static org.communitysolutions.risk.Told.need;
import static org.communitysolutions.risk.Told.registered;
import static org.communitysolutions.testkit.Accounts.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.communitysolutions.risk.Told;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.Database.OutboxEvent;
import org.communitysolutions.testkit.EventContracts;
import org.communitysolutions.testkit.Events;
import org.communitysolutions.testkit.Events.Sent;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

@ServiceIT
class OneViewIT {

    private static final String HOUSEHOLDS = "/api/risk/v1/households/";

    private final UUID household = UUID.randomUUID();

    @Test
    void showsAHouseholdWithItsReasonsToAUniversalWorker() {
        Sent home = registered(household, 60);
        Sent first = missed(household, 40, 6);
        Sent second = missed(household, 10, 7);
        Events.send(home);
        Events.send(first, second);
        awaitTakenIn(home);
        awaitTakenIn(second);

        Response view = oneView("universal-worker");

        view.then()
                .statusCode(200)
                .body("household.tenure", equalTo("private-rent"))
                .body("household.children", equalTo(1))
                .body("factors.factor", hasItems("private-rent", "council-tax-arrears"))
                .body(
                        "factors.find { it.factor == 'council-tax-arrears' }.source.id",
                        equalTo(first.id().toString()))
                .body("factors.find { it.factor == 'council-tax-arrears' }.trend", equalTo("rising"))
                .body("factors.find { it.factor == 'council-tax-arrears' }.level", equalTo(105000))
                .body("score.rulesVersion", equalTo("2026.1"))
                .body("tasks", hasSize(1))
                .body("tasks[0].reason", startsWith("Missed 2 instalments of council tax"))
                .body(
                        "tasks[0].reasons.eventId",
                        hasItems(first.id().toString(), second.id().toString()))
                .body("tasks[0].stage", equalTo("asked-for"))
                .body("timeline", hasSize(3))
                .body("timeline[0].id", equalTo(second.id().toString()))
                .body("timeline[0].title", equalTo("Council-tax instalment missed"))
                .body("timeline[0].data.instalment", equalTo(7));
        List<Integer> points = view.path("score.parts.points");
        assertThat(points.stream().mapToInt(Integer::intValue).sum()).isEqualTo((int) view.path("score.value"));
    }

    @Test
    void showsAHouseholdAsItWasOnAPastDay() {
        Sent second = missed(household, 10, 7);
        Events.send(registered(household, 60), missed(household, 40, 6), second);
        awaitTakenIn(second);

        as("universal-worker")
                .queryParam("asOf", today().minusDays(20).toString())
                .get(HOUSEHOLDS + household + "/one-view")
                .then()
                .statusCode(200)
                .body("factors.find { it.factor == 'council-tax-arrears' }.level", equalTo(90000))
                .body("score.trend", equalTo("rising"))
                .body("score.before", equalTo(0))
                .body("tasks", hasSize(0))
                .body("timeline", hasSize(2));
    }

    @Test
    void showsNothingThatWasWrittenDownLater() {
        Sent told = missed(household, 40, 6);
        Events.send(told);
        awaitTakenIn(told);

        knownOn(today().minusDays(1)).statusCode(404);
        knownOn(today()).statusCode(200);
    }

    @Test
    void showsWhatIsOpenWithAHouseholdInEveryService() {
        Sent opened = debtCaseOpened(household, 5);
        Events.send(opened);
        awaitTakenIn(opened);

        oneView("universal-worker")
                .then()
                .body("work", hasSize(1))
                .body("work[0].kind", equalTo("debt-case"))
                .body("work[0].service", equalTo("debt-advice"))
                .body("work[0].latest.id", equalTo(opened.id().toString()));
    }

    @Test
    void refusesDaysThatAreNoneOrHaveNotCome() {
        for (String wrong :
                List.of("yesterday", "2026-02-30", today().plusDays(1).toString())) {
            as("universal-worker")
                    .queryParam("asOf", wrong)
                    .get(HOUSEHOLDS + household + "/one-view")
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("asOf"));
        }
    }

    private ValidatableResponse knownOn(LocalDate day) {
        return as("universal-worker")
                .queryParam("knownOn", day.toString())
                .get(HOUSEHOLDS + household + "/one-view")
                .then();
    }

    private static LocalDate today() {
        return CouncilCalendar.dayOf(Instant.now());
    }

    @Test
    void showsWhatPeopleMadeOfATask() {
        Sent second = missed(household, 10, 7);
        Events.send(missed(household, 40, 6), second);
        awaitTakenIn(second);
        String task = oneView("debt-adviser").path("tasks[0].id");

        Sent claimed = Told.task(household, "claimed", task, "");
        Events.send(claimed);
        awaitTakenIn(claimed);
        oneView("debt-adviser").then().body("tasks[0].stage", equalTo("claimed"));
        Sent completed = Told.task(household, "completed", task, ",\"outcome\":\"helped\"");
        Events.send(completed);
        awaitTakenIn(completed);

        oneView("debt-adviser")
                .then()
                .body("tasks[0].stage", equalTo("completed"))
                .body("tasks[0].outcome", equalTo("helped"));
    }

    @Test
    void showsWhatIsRestrictedToSpecialistsAndNothingOfItToOthers() {
        Sent need = need(household, "food", 5);
        Events.send(need);
        awaitTakenIn(need);
        Response before = oneView("universal-worker");
        Sent told = disclosed(household, true);

        Events.send(told);
        awaitTakenIn(told);

        assertThat(oneView("universal-worker").asString()).isEqualTo(before.asString());
        int standard = before.path("score.value");
        Response specialist = oneView("domestic-abuse-specialist");
        specialist
                .then()
                .statusCode(200)
                .body("factors.factor", hasItem("domestic-abuse"))
                .body("tasks.rule", hasItem("domestic-abuse-disclosed"))
                .body("timeline.id", hasItem(told.id().toString()));
        assertThat((int) specialist.path("score.value")).isEqualTo(standard + 60);
        as("team-manager")
                .get(HOUSEHOLDS + household + "/timeline")
                .then()
                .body("items.id", not(hasItem(told.id().toString())));
    }

    @Test
    void tellsOfRestrictedEventsOnTheRestrictedTopicOnly() {
        Sent need = need(household, "food", 5);
        Events.send(need);
        awaitTakenIn(need);
        Sent told = disclosed(household, false);
        List<OutboxEvent> before = Database.outboxOf(household);

        Events.send(told);
        awaitTakenIn(told);

        List<OutboxEvent> all = Database.outboxOf(household);
        List<OutboxEvent> since = all.subList(before.size(), all.size());
        assertThat(since)
                .extracting(OutboxEvent::type)
                .containsExactly(
                        "risk.risk-factor-began.v1",
                        "risk.household-risk-changed.v1",
                        "risk.early-help-task-raised.v1");
        assertThat(since).allSatisfy(event -> {
            assertThat(event.topic()).isEqualTo("risk.events.restricted");
            assertThat(event.sensitivity()).isEqualTo("restricted");
            assertThat(EventContracts.violations(event.type(), event.data())).isEmpty();
        });
    }

    @Test
    void doesNotKnowAHouseholdThatOnlyRestrictedEventsTellOf() {
        Sent told = disclosed(household, false);
        Events.send(told);
        awaitTakenIn(told);

        oneView("universal-worker").then().statusCode(404);
        as("universal-worker").get(HOUSEHOLDS + household + "/timeline").then().statusCode(404);
        oneView("domestic-abuse-specialist").then().statusCode(200);
    }

    @Test
    void keepsRestrictedRowsFromADatabaseSessionThatDoesNotSayWhoAsks() {
        Sent told = disclosed(household, false);
        Events.send(told);
        awaitTakenIn(told);

        for (String table : List.of("journal_event", "household_state", "raised_task")) {
            assertThat(Database.queryAsApplication("select 1 from " + table)).isEmpty();
            assertThat(Told.asService("select 1 from %s where household = '%s'".formatted(table, household)))
                    .isNotEmpty();
        }
    }

    @Test
    void doesNotKnowAHouseholdThatNobodyToldOf() {
        oneView("universal-worker").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void keepsWhoReadItAndWhy() {
        Sent need = need(household, "food", 5);
        Events.send(need);
        awaitTakenIn(need);

        as("team-manager")
                .header("Purpose", "supervision")
                .get(HOUSEHOLDS + household + "/one-view")
                .then()
                .statusCode(200);

        assertThat(Database.query("select purpose, kind from access_audit where record_id = ?", household))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("purpose", "supervision"));
    }

    @Test
    void pagesThroughTheTimelineFromTheNewest() {
        Sent newest = need(household, "food", 1);
        Sent older = need(household, "isolation", 2);
        Sent oldest = need(household, "caring", 3);
        Events.send(oldest, older, newest);
        awaitTakenIn(newest);

        Response page = as("front-door").get(HOUSEHOLDS + household + "/timeline?limit=2");

        page.then()
                .statusCode(200)
                .body(
                        "items.id",
                        equalTo(List.of(newest.id().toString(), older.id().toString())));
        String next = page.header("Link").replaceAll("<([^>]*)>.*", "$1");
        as("front-door")
                .get(next)
                .then()
                .body("items.id", equalTo(List.of(oldest.id().toString())));
    }

    @Test
    void tellsWhichRulesAreLiveAndWhatTheySay() {
        as("insight-analyst")
                .get("/api/risk/v1/rules")
                .then()
                .statusCode(200)
                .body("rulesEdition.version", equalTo("2026.1"))
                .body("rules.id", hasItem("council-tax-missed-twice"))
                .body("rules.find { it.id == 'council-tax-missed-twice' }.lawfulBasis", startsWith("UK GDPR"));
    }

    private Response oneView(String role) {
        return as(role).get(HOUSEHOLDS + household + "/one-view");
    }
}
