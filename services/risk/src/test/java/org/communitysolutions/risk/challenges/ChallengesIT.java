package org.communitysolutions.risk.challenges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.risk.Told.RAISED;
import static org.communitysolutions.risk.Told.WITHDRAWN;
import static org.communitysolutions.risk.Told.awaitTakenIn;
import static org.communitysolutions.risk.Told.disclosed;
import static org.communitysolutions.risk.Told.missed;
import static org.communitysolutions.risk.Told.need;
import static org.communitysolutions.risk.Told.outbox;
import static org.communitysolutions.risk.Told.relay;
import static org.communitysolutions.testkit.Accounts.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
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
class ChallengesIT {

    private static final String RECORDED = "risk.challenge-recorded.v1";
    private static final String DECIDED = "risk.challenge-decided.v1";
    private static final String CHANGED = "risk.household-risk-changed.v1";
    private final LocalDate today = CouncilCalendar.dayOf(Instant.now());

    private final UUID household = UUID.randomUUID();

    @Test
    void aChallengedTaskIsTakenBackAndAskedForAgainOnceTheChallengeIsDismissed() {
        String task = taskAskedFor();

        String challenge = challenge("front-door", "\"task\":\"%s\"".formatted(task))
                .statusCode(201)
                .body("state", equalTo("open"))
                .body("dueOn", equalTo(today.plusMonths(1).toString()))
                .extract()
                .path("id");
        relay(household, RECORDED);

        assertThat(outbox(household, WITHDRAWN)).singleElement().satisfies(event -> assertThat(event.data())
                .contains("\"why\":\"challenged\"", task));
        oneView("universal-worker")
                .body("tasks[0].withdrawn", equalTo("challenged"))
                .body("challenges.state", equalTo(List.of("open")));

        decide("team-manager", challenge, "dismissed").statusCode(200).body("state", equalTo("dismissed"));
        relay(household, DECIDED);

        assertThat(outbox(household, RAISED)).hasSize(2).allSatisfy(event -> assertThat(event.data())
                .contains(task));
        oneView("universal-worker").body("tasks[0].withdrawn", nullValue()).body("challenges", hasSize(0));
    }

    @Test
    void aFactorThatIsRightlyChallengedCountsForNothingAfterAReplayToo() {
        Sent need = need(household, "food", 5);
        Events.send(need);
        awaitTakenIn(need);
        String challenge = challenge("universal-worker", "\"factor\":\"food\"")
                .statusCode(201)
                .extract()
                .path("id");
        relay(household, RECORDED);

        oneView("universal-worker")
                .body("score.value", equalTo(0))
                .body("factors.find { it.factor == 'food' }.contested", equalTo(true));
        assertThat(outbox(household, "risk.risk-factor-ended.v1")).hasSize(1);

        decide("team-manager", challenge, "upheld").statusCode(200);
        relay(household, DECIDED);
        List<OutboxEvent> before = Database.outboxOf(household);
        replay();

        oneView("universal-worker")
                .body("score.value", equalTo(0))
                .body("challenges.state", equalTo(List.of("upheld")));
        assertThat(Database.outboxOf(household)).isEqualTo(before);
    }

    @Test
    void aChallengedScoreIsNotToldAndNotShownUntilItIsDecided() {
        Sent need = need(household, "food", 5);
        Events.send(need);
        awaitTakenIn(need);
        String challenge = challenge("universal-worker", "\"score\":true")
                .statusCode(201)
                .extract()
                .path("id");
        relay(household, RECORDED);
        Sent more = need(household, "isolation", 3);
        Events.send(more);
        awaitTakenIn(more);

        assertThat(outbox(household, CHANGED)).hasSize(1);
        oneView("universal-worker")
                .body("score.contested", equalTo(true))
                .body("score.value", nullValue())
                .body("score.band", nullValue())
                .body("score.parts", hasSize(0));
        oneView("team-manager").body("score.value", nullValue()).body("score.parts.size()", greaterThan(0));

        decide("team-manager", challenge, "dismissed").statusCode(200);
        relay(household, DECIDED);

        assertThat(outbox(household, CHANGED)).hasSize(2);
        oneView("universal-worker").body("score.value", notNullValue());
    }

    @Test
    void nobodyDecidesWhatTheyRecordedAndOnlyThoseWhoMayDecide() {
        Sent need = need(household, "food", 5);
        Events.send(need);
        awaitTakenIn(need);
        String ofManager =
                challenge("team-manager", "\"factor\":\"food\"").extract().path("id");
        String ofWorker =
                challenge("universal-worker", "\"score\":true").extract().path("id");

        decide("team-manager", ofManager, "dismissed").statusCode(403).body("type", containsString("second-person"));
        decide("universal-worker", ofWorker, "upheld").statusCode(403).body("type", containsString("/forbidden"));
        decide("domestic-abuse-specialist", ofWorker, "upheld")
                .statusCode(403)
                .body("type", containsString("not-yours"));
        decide("team-manager", ofWorker, "upheld").statusCode(200);
        decide("team-manager", ofWorker, "dismissed").statusCode(409).body("type", containsString("ended-already"));
        assertThat(outbox(household, DECIDED)).hasSize(1);
    }

    @Test
    void aChallengeOfWhatIsRestrictedIsThereForSpecialistsAlone() {
        Sent need = need(household, "food", 5);
        Sent told = disclosed(household, false);
        Events.send(need);
        Events.send(told);
        awaitTakenIn(need);
        awaitTakenIn(told);

        challenge("universal-worker", "\"factor\":\"domestic-abuse\"").statusCode(404);
        String challenge = challenge("domestic-abuse-specialist", "\"factor\":\"domestic-abuse\"")
                .statusCode(201)
                .extract()
                .path("id");
        relay(household, RECORDED);

        assertThat(outbox(household, RECORDED)).singleElement().satisfies(event -> {
            assertThat(event.topic()).isEqualTo("risk.events.restricted");
            assertThat(event.sensitivity()).isEqualTo("restricted");
        });
        as("team-manager").get(challenges()).then().statusCode(200).body("items", hasSize(0));
        decide("team-manager", challenge, "upheld").statusCode(404);
        oneView("team-manager").body("challenges", hasSize(0));
        oneView("domestic-abuse-specialist")
                .body("challenges", hasSize(1))
                .body("factors.find { it.factor == 'domestic-abuse' }.contested", equalTo(true));
        assertThat(Database.queryAsApplication("select 1 from challenge")).isEmpty();
    }

    @Test
    void theSameRequestTwiceIsOneChallengeAndAnotherOfTheSameIsRefused() {
        String task = taskAskedFor();
        String body = body("\"task\":\"%s\"".formatted(task));

        String first =
                send("front-door", body, "key-1").statusCode(201).extract().path("id");
        send("front-door", body, "key-1").statusCode(201).body("id", equalTo(first));
        send("front-door", body("\"score\":true"), "key-1").statusCode(422);
        send("universal-worker", body, "key-2").statusCode(409).body("type", containsString("challenged-already"));

        assertThat(outbox(household, RECORDED)).hasSize(1);
        as("front-door").get(challenges()).then().body("items.says", equalTo(List.of("That was paid in May.")));
    }

    @Test
    void whatTheHouseholdSaidIsInNoEvent() {
        Sent need = need(household, "food", 5);
        Events.send(need);
        awaitTakenIn(need);
        String challenge = challenge("front-door", "\"score\":true").extract().path("id");
        as("front-door")
                .contentType(ContentType.JSON)
                .body("{\"reasons\":\"They rang and said it is fine.\"}")
                .post(challenges() + "/" + challenge + "/withdrawal")
                .then()
                .statusCode(200)
                .body("state", equalTo("withdrawn"));

        for (String type : List.of(RECORDED, DECIDED)) {
            assertThat(outbox(household, type)).singleElement().satisfies(event -> {
                assertThat(event.data()).doesNotContain("paid", "rang");
                assertThat(EventContracts.violations(event.type(), event.data()))
                        .isEmpty();
            });
        }
    }

    @Test
    void refusesWhatCannotBeChallenged() {
        challenge("front-door", "\"score\":true").statusCode(404).body("type", containsString("not-found"));
        Sent need = need(household, "food", 5);
        Events.send(need);
        awaitTakenIn(need);

        challenge("front-door", "\"factor\":\"isolation\"").statusCode(404);
        challenge("front-door", "\"task\":\"%s\"".formatted(UUID.randomUUID())).statusCode(404);
        challenge("front-door", "\"score\":true,\"factor\":\"food\"")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/of"));
        send(
                        "front-door",
                        body("\"score\":true")
                                .replace(today.toString(), today.plusDays(1).toString()),
                        "late")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/receivedOn"));
    }

    @Test
    void theStreamPassesOverWhatThisServiceAnnouncedItself() {
        Sent own = Events.example(CHANGED, household);
        Sent need = need(household, "food", 5);
        Events.send(own);
        Events.send(need);
        awaitTakenIn(need);
        challenge("front-door", "\"score\":true").statusCode(201);
        relay(household, RECORDED);

        assertThat(Told.asService("select 1 from journal_event where event_id = '%s'".formatted(own.id())))
                .isEmpty();
        assertThat(Told.asService("select 1 from parked_record where record_key = '%s'".formatted(household)))
                .isEmpty();
    }

    private String taskAskedFor() {
        Sent second = missed(household, 10, 7);
        Events.send(missed(household, 40, 6), second);
        awaitTakenIn(second);
        return as("front-door")
                .get("/api/risk/v1/households/" + household + "/one-view")
                .path("tasks[0].id");
    }

    private String challenges() {
        return "/api/risk/v1/households/" + household + "/challenges";
    }

    private ValidatableResponse challenge(String role, String of) {
        return send(role, body(of), UUID.randomUUID().toString());
    }

    private String body(String of) {
        return "{\"of\":{%s},\"says\":\"That was paid in May.\",\"receivedOn\":\"%s\"}".formatted(of, today);
    }

    private ValidatableResponse send(String role, String body, String key) {
        return as(role).header("Idempotency-Key", household + key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(challenges())
                .then();
    }

    private ValidatableResponse decide(String role, String challenge, String verdict) {
        return as(role).contentType(ContentType.JSON)
                .body("{\"verdict\":\"%s\",\"reasons\":\"The bank says so.\"}".formatted(verdict))
                .post(challenges() + "/" + challenge + "/decision")
                .then();
    }

    private ValidatableResponse oneView(String role) {
        Response view = as(role).get("/api/risk/v1/households/" + household + "/one-view");
        return view.then().statusCode(200);
    }

    private static void replay() {
        as("platform-operator")
                .contentType(ContentType.JSON)
                .body("{\"limit\":2000}")
                .post("/api/risk/v1/re-evaluations")
                .then()
                .statusCode(200);
    }
}
