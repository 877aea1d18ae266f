package org.communitysolutions.risk.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.risk.Told.RAISED;
import static org.communitysolutions.risk.Told.WITHDRAWN;
import static org.communitysolutions.risk.Told.outbox;
import static org.communitysolutions.risk.Told.relay;
import static org.communitysolutions.testkit.Accounts.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.communitysolutions.risk.Told;
import org.communitysolutions.risk.segments.Borough;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.communitysolutions.testkit.Database.OutboxEvent;
import org.communitysolutions.testkit.EventContracts;
import org.communitysolutions.testkit.Events;
import org.communitysolutions.testkit.Events.Sent;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

/** What becomes of the tasks that an approved proposal asked for. */
@ServiceIT
class OutreachTasksIT {

    private static final String PROPOSALS = "/api/risk/v1/outreach/proposals";
    private static final String DECISIONS = "/api/risk/v1/rules/decisions";

    private final Borough borough = new Borough();

    @Test
    void areCountedByProposalAsPeopleEndedThem() {
        List<UUID> homes = borough.inArrears(0, 3);
        borough.tell();
        String proposal = approved();
        end(homes.get(0), "wrong", 2);
        end(homes.get(1), "helped", 1);
        end(homes.get(0), "already-known", 1);

        as("team-manager")
                .get(DECISIONS)
                .then()
                .statusCode(200)
                .body("rules.rule", not(hasItem("outreach")))
                .rootPath("outreach.find { it.proposal == '%s' }".formatted(proposal))
                .body("purpose", equalTo("Help before court costs are added"))
                .body("name", equalTo("Renters in arrears"))
                .body("askedFor.count", equalTo(3))
                .body("open.count", equalTo(1))
                .body("ended.helped.count", equalTo(1))
                .body("ended.already-known.count", equalTo(1))
                .body("ended.wrong.count", equalTo(0))
                .body("precision.restsOn.count", equalTo(2))
                .body("precision.withheld", equalTo("too-few"));
        as("insight-analyst")
                .get(DECISIONS)
                .then()
                .rootPath("outreach.find { it.proposal == '%s' }".formatted(proposal))
                .body("askedFor.count", nullValue())
                .body("ended.helped.count", nullValue())
                .body("precision.withheld", equalTo("small-numbers"));
        as("team-manager").queryParam("to", "2020-01-01").get(DECISIONS).then().body("outreach", equalTo(List.of()));
    }

    @Test
    void areTakenBackByAChallengeAndAskedForAgainOnceItIsDismissed() {
        UUID home = borough.inArrears(0, 1).getFirst();
        borough.tell();
        approved();
        String task = task(home);

        String challenge = challenge(home, task);

        assertThat(outbox(home, WITHDRAWN)).singleElement().satisfies(event -> {
            assertThat(event.data()).contains(task, "\"why\":\"challenged\"");
            assertThat(EventContracts.violations(event.type(), event.data())).isEmpty();
        });
        oneView(home).body("withdrawn", equalTo("challenged"));

        decide(home, challenge, "dismissed");

        List<OutboxEvent> raised = outbox(home, RAISED);
        assertThat(raised).hasSize(2);
        assertThat(raised.getLast().data()).isEqualTo(raised.getFirst().data());
        oneView(home).body("withdrawn", nullValue());
        replay();
        assertThat(outbox(home, RAISED)).hasSize(2);
        assertThat(outbox(home, WITHDRAWN)).hasSize(1);
    }

    @Test
    void standThoughChallengedOnceSomebodyHasTakenThemUp() {
        UUID home = borough.inArrears(0, 1).getFirst();
        borough.tell();
        approved();
        String task = task(home);
        borough.also(Told.task(home, "claimed", task, ",\"rule\":\"outreach\""));
        borough.tell();

        challenge(home, task);

        assertThat(outbox(home, WITHDRAWN)).isEmpty();
    }

    private String approved() {
        String proposal = as("insight-analyst")
                .contentType(ContentType.JSON)
                .body("""
                    {"name": "Renters in arrears", "where": %s, "purpose": "Help before court costs are added",
                     "lawfulBasis": "UK GDPR article 6(1)(e), Localism Act 2011 section 1",
                     "taskKind": "call-household", "team": "universal", "priority": "normal",
                     "due": {"days": 10, "working": true}}
                    """.formatted(borough.where("{\"factor\":{\"code\":\"council-tax-arrears\"}}", 0)))
                .post(PROPOSALS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as("team-manager")
                .header("If-Match", "\"0\"")
                .post(PROPOSALS + "/" + proposal + "/approve")
                .then()
                .statusCode(200);
        return proposal;
    }

    private static String task(UUID household) {
        return Told.asService("select task_id from raised_task where household = '%s' and proposal is not null"
                        .formatted(household))
                .getFirst()
                .get("task_id")
                .toString();
    }

    private static void end(UUID household, String outcome, int daysAgo) {
        Sent ended = Told.task(household, "completed", task(household), ",\"outcome\":\"%s\"".formatted(outcome))
                .at(Told.daysAgo(daysAgo));
        Events.send(ended);
        Told.awaitTakenIn(ended);
    }

    private static String challenge(UUID household, String task) {
        String challenge = as("front-door")
                .contentType(ContentType.JSON)
                .body("{\"of\":{\"task\":\"%s\"},\"says\":\"That was paid in May.\",\"receivedOn\":\"%s\"}"
                        .formatted(task, CouncilCalendar.dayOf(Instant.now())))
                .post("/api/risk/v1/households/" + household + "/challenges")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        relay(household, "risk.challenge-recorded.v1");
        return challenge;
    }

    private static void decide(UUID household, String challenge, String verdict) {
        as("team-manager")
                .contentType(ContentType.JSON)
                .body("{\"verdict\":\"%s\",\"reasons\":\"The bank says so.\"}".formatted(verdict))
                .post("/api/risk/v1/households/" + household + "/challenges/" + challenge + "/decision")
                .then()
                .statusCode(200);
        relay(household, "risk.challenge-decided.v1");
    }

    private static ValidatableResponse oneView(UUID household) {
        return as("universal-worker")
                .get("/api/risk/v1/households/" + household + "/one-view")
                .then()
                .rootPath("tasks.find { it.rule == 'outreach' }");
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
