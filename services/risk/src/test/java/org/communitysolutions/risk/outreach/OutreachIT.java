package org.communitysolutions.risk.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.communitysolutions.risk.Told.RAISED;
import static org.communitysolutions.risk.Told.WITHDRAWN;
import static org.communitysolutions.risk.Told.asService;
import static org.communitysolutions.risk.Told.outbox;
import static org.communitysolutions.risk.segments.Borough.person;
import static org.communitysolutions.testkit.Accounts.as;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.communitysolutions.risk.Told;
import org.communitysolutions.risk.outreach.domain.Proposal;
import org.communitysolutions.risk.segments.Borough;
import org.communitysolutions.risk.segments.Clause;
import org.communitysolutions.shared.messaging.WireFormat;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.Database.OutboxEvent;
import org.communitysolutions.testkit.EventContracts;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

@ServiceIT
class OutreachIT {

    private static final String PROPOSALS = "/api/risk/v1/outreach/proposals";
    private static final String IN_ARREARS = "{\"factor\":{\"code\":\"council-tax-arrears\"}}";

    private final Borough borough = new Borough();

    @Inject
    ProposeOutreach propose;

    @Inject
    DecideOutreach decide;

    @Test
    void asksATeamForEachHouseholdThatIsUnknownWhenItIsApproved() {
        List<UUID> homes = borough.inArrears(0, 3);
        borough.also(Told.debtCaseOpened(homes.get(0), 5));
        borough.tell();
        String proposal = proposed("insight-analyst");
        borough.also(Told.debtCaseOpened(homes.get(1), 1));
        borough.tell();

        approve(proposal, 0).statusCode(200).body("state", equalTo("approved")).body("tasks.count", equalTo(1));

        assertThat(tasks(homes.get(0))).isEmpty();
        assertThat(tasks(homes.get(1))).isEmpty();
        OutboxEvent raised = outbox(homes.get(2), RAISED).getFirst();
        assertThat(raised.topic()).isEqualTo("risk.events");
        assertThat(raised.data())
                .contains("\"rule\":\"outreach\"", "\"factor\":\"council-tax-arrears\"", "\"priority\":\"normal\"");
        assertThat(EventContracts.violations(raised.type(), raised.data())).isEmpty();
        as("universal-worker")
                .get("/api/risk/v1/households/" + homes.get(2) + "/one-view")
                .then()
                .body("tasks.rule", hasItem("outreach"))
                .rootPath("tasks.find { it.rule == 'outreach' }")
                .body("reason", startsWith("Outreach \u201cRenters in arrears\u201d"))
                .body("reason", endsWith("Help before court costs are added"))
                .body("stage", equalTo("asked-for"));
    }

    @Test
    void tellsNobodyWhoTheyAreBefore() {
        List<UUID> homes = borough.inArrears(0, 9);
        borough.tell();

        Response made = propose("insight-analyst", IN_ARREARS, "");

        made.then()
                .statusCode(201)
                .body("state", equalTo("proposed"))
                .body("unknownHouseholds.count", equalTo(10))
                .body("unknownHouseholds.precision", equalTo("rounded"));
        String read = as("team-manager").get(PROPOSALS + "/" + made.path("id")).asString();
        for (UUID home : homes) {
            assertThat(made.asString() + read).doesNotContain(home.toString());
            assertThat(tasks(home)).isEmpty();
        }
        as("team-manager")
                .header("Purpose", "supervision")
                .contentType(ContentType.JSON)
                .body("{\"where\":" + borough.where(IN_ARREARS, 0) + "}")
                .post("/api/risk/v1/segments/query/households")
                .then()
                .body("items", equalTo(List.of()));
    }

    @Test
    void needsTwoPeople() {
        borough.inArrears(0, 1);
        borough.tell();
        String proposal = proposed("team-manager");

        approve(proposal, 0).statusCode(403).body("type", endsWith("/own-proposal"));

        assertThatThrownBy(() -> asService("""
                        update outreach_proposal set state = 'APPROVED', decided_by = proposed_by, decided_at = now(),
                            tasks = 0
                        where id = '%s' returning 1
                        """.formatted(proposal))).hasMessageContaining("check constraint");
    }

    @Test
    void becomesOneTaskAHouseholdHoweverManyApproveAtOnce() throws SQLException {
        UUID home = borough.inArrears(0, 1).getFirst();
        borough.tell();
        String proposal = proposed("insight-analyst");

        List<CompletableFuture<Integer>> atOnce;
        try (Connection held = Database.connect()) {
            hold(held, proposal);
            atOnce = Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> approve(proposal, 0).extract().statusCode(), Thread::startVirtualThread))
                    .limit(4)
                    .toList();
            await().atMost(Duration.ofSeconds(30)).until(() -> waiting() == 4);
            held.rollback();
        }

        assertThat(atOnce.stream().map(CompletableFuture::join))
                .containsOnlyOnce(200)
                .contains(409);
        assertThat(outbox(home, RAISED)).hasSize(1);
        assertThat(tasks(home)).hasSize(1);
    }

    /** Keeps all who decide on it waiting until the connection lets go. */
    private static void hold(Connection connection, String proposal) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "select set_config('app.subject', 'test', true), set_config('app.roles', 'system', true)");
            statement.execute("select 1 from outreach_proposal where id = '" + proposal + "' for update");
        }
    }

    private static long waiting() {
        return (long) Database.query("select count(*) as sessions from pg_locks where not granted")
                .getFirst()
                .get("sessions");
    }

    @Test
    void leavesNothingBehindWhenItCannotBeAnnounced() {
        UUID home = borough.inArrears(0, 1).getFirst();
        borough.tell();
        String proposal = proposed("insight-analyst");
        Database.execute(
                "alter table outbox add constraint full_up check (record_key <> '%s') not valid".formatted(home));
        try {
            approve(proposal, 0).statusCode(500);
        } finally {
            Database.execute("alter table outbox drop constraint full_up");
        }
        assertThat(tasks(home)).isEmpty();

        approve(proposal, 0).statusCode(200).body("tasks.count", equalTo(1));

        assertThat(outbox(home, RAISED)).hasSize(1);
    }

    @Test
    void leavesAHouseholdAloneThatOutreachAskedForAShortTimeAgo() {
        UUID home = borough.inArrears(0, 1).getFirst();
        borough.tell();
        approve(proposed("insight-analyst"), 0).body("tasks.count", equalTo(1));

        approve(proposed("insight-analyst"), 0).statusCode(200).body("tasks.count", equalTo(0));

        assertThat(tasks(home)).hasSize(1);
    }

    @Test
    void leavesAHouseholdAloneThatObjects() {
        UUID home = borough.inArrears(0, 2).getFirst();
        borough.tell();
        as("front-door")
                .contentType(ContentType.JSON)
                .body("{\"of\":{\"score\":true},\"says\":\"Leave us alone.\",\"receivedOn\":\"%s\"}"
                        .formatted(CouncilCalendar.dayOf(Instant.now())))
                .post("/api/risk/v1/households/" + home + "/challenges")
                .then()
                .statusCode(201);

        approve(proposed("insight-analyst"), 0).statusCode(200).body("tasks.count", equalTo(1));

        assertThat(tasks(home)).isEmpty();
    }

    @Test
    void standsWhenTheHouseholdIsEvaluatedAnew() {
        UUID home = borough.inArrears(0, 1).getFirst();
        borough.tell();
        approve(proposed("insight-analyst"), 0).body("tasks.count", equalTo(1));

        borough.also(Told.need(home, "food", 1));
        borough.tell();
        as("platform-operator")
                .contentType(ContentType.JSON)
                .body("{\"after\":\"%s\",\"limit\":1}"
                        .formatted(new UUID(home.getMostSignificantBits(), home.getLeastSignificantBits() - 1)))
                .post("/api/risk/v1/re-evaluations")
                .then()
                .statusCode(200)
                .body("households", equalTo(1));

        assertThat(outbox(home, WITHDRAWN)).isEmpty();
        assertThat(asService("""
                        select 1 from raised_task
                        where household = '%s' and proposal is not null and withdrawn_at is null
                        """.formatted(home))).hasSize(1);
    }

    @Test
    void cannotBeApprovedOnceItWasDeclinedOrHasExpired() {
        borough.inArrears(0, 1);
        borough.tell();
        String declined = proposed("insight-analyst");
        as("team-manager")
                .header("If-Match", "\"0\"")
                .contentType(ContentType.JSON)
                .body("{\"why\":\"The team is full\"}")
                .post(PROPOSALS + "/" + declined + "/decline")
                .then()
                .statusCode(200)
                .body("state", equalTo("declined"))
                .body("declinedWhy", equalTo("The team is full"));
        String expired = proposed("insight-analyst");
        asService("update outreach_proposal set expires_at = now() where id = '%s' returning 1".formatted(expired));

        approve(declined, 1).statusCode(409);
        approve(expired, 0).statusCode(409);
        as("insight-analyst").get(PROPOSALS + "/" + expired).then().body("state", equalTo("expired"));
    }

    @Test
    void refusesWhatCouldNotBeExplainedOrIsTooMuch() {
        borough.inArrears(0, 1);
        borough.tell();

        propose("insight-analyst", "{\"not\":" + IN_ARREARS + "}", "")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/where"));
        propose("insight-analyst", IN_ARREARS, ",\"mostHouseholds\":501")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/mostHouseholds"));
        propose("insight-analyst", IN_ARREARS, ",\"team\":\"domestic-abuse\"")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/team"));
        approve(UUID.randomUUID().toString(), 0).statusCode(404);
        as("team-manager")
                .post(PROPOSALS + "/" + proposed("insight-analyst") + "/approve")
                .then()
                .statusCode(428);
    }

    @Test
    void makesOneProposalOfTheSameRequestUnderTheSameKey() {
        borough.inArrears(0, 1);
        borough.tell();
        String key = UUID.randomUUID().toString();

        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            ids.add(as("insight-analyst")
                    .header("Idempotency-Key", key)
                    .contentType(ContentType.JSON)
                    .body(body(IN_ARREARS, ""))
                    .post(PROPOSALS)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id"));
        }

        assertThat(ids.get(0)).isEqualTo(ids.get(1));
    }

    @Test
    void keepsWhatSpeaksOfRestrictedHouseholdsAmongThoseClearedForThem() throws JsonProcessingException {
        UUID home = borough.inArrears(0, 1).getFirst();
        borough.also(Told.disclosed(home, false));
        borough.tell();
        Caller analyst = person("analyst", "insight-analyst", "domestic-abuse-specialist");
        Clause where = new WireFormat()
                .mapper()
                .readValue(borough.where("{\"factor\":{\"code\":\"domestic-abuse\"}}", 0), Clause.class);
        Proposal.Work work = new Proposal.Work("call-household", "domestic-abuse", "high", 2, true);
        KeptProposal made = Borough.await(() -> propose.handle(
                analyst,
                new ProposeOutreach.Proposing("Follow up", where, "Safety", "UK GDPR", work, Optional.empty())));
        UUID id = made.proposal().particulars().id();

        approve(id.toString(), 0).statusCode(404);
        as("insight-analyst").get(PROPOSALS + "/" + id).then().statusCode(404);
        Borough.await(() -> decide.handle(
                person("manager", "team-manager", "domestic-abuse-specialist"),
                new DecideOutreach.Decision(id, 0, Optional.empty())));

        List<OutboxEvent> raised = outbox(home, RAISED).stream()
                .filter(event -> event.data().contains("\"rule\":\"outreach\""))
                .toList();
        assertThat(raised).singleElement().satisfies(event -> assertThat(event.topic())
                .isEqualTo("risk.events.restricted"));
        as("team-manager")
                .get("/api/risk/v1/households/" + home + "/one-view")
                .then()
                .body("tasks.rule", not(hasItem("outreach")));
    }

    private static List<?> tasks(UUID household) {
        return asService(
                "select task_id from raised_task where household = '%s' and proposal is not null".formatted(household));
    }

    private String proposed(String role) {
        return propose(role, IN_ARREARS, "").then().statusCode(201).extract().path("id");
    }

    private Response propose(String role, String where, String more) {
        return as(role).contentType(ContentType.JSON).body(body(where, more)).post(PROPOSALS);
    }

    private String body(String where, String more) {
        return """
            {"name": "Renters in arrears", "where": %s, "purpose": "Help before court costs are added",
             "lawfulBasis": "UK GDPR article 6(1)(e), Localism Act 2011 section 1", "taskKind": "call-household",
             %s"priority": "normal", "due": {"days": 10, "working": true}%s}
            """.formatted(borough.where(where, 0), more.contains("team") ? "" : "\"team\": \"universal\",", more);
    }

    private static ValidatableResponse approve(String proposal, int version) {
        return as("team-manager")
                .header("If-Match", "\"" + version + "\"")
                .post(PROPOSALS + "/" + proposal + "/approve")
                .then();
    }
}
