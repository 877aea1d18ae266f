package org.communitysolutions.risk.backtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.communitysolutions.risk.Told.awaitTakenIn;
import static org.communitysolutions.risk.Told.missed;
import static org.communitysolutions.testkit.Accounts.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.communitysolutions.risk.Told;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.communitysolutions.shared.transactions.Uuid7;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.Events;
import org.communitysolutions.testkit.Events.Sent;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

@ServiceIT
class BacktestsIT {

    private static final String BACKTESTS = "/api/risk/v1/backtests";
    private static final String SYSTEM =
            "select set_config('app.subject', 'test', true), set_config('app.roles', 'system', true)";

    /** No other test's households live here. */
    private final String ward = "W-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void tellsHowOftenRulesWouldHaveGivenWarningOfACrisis() {
        UUID warned = arrives(40);
        Events.send(missed(warned, 60, 3), missed(warned, 30, 4), liabilityOrder(warned, 10));
        UUID missed = arrives(40);
        Events.send(liabilityOrder(missed, 12));
        UUID reached = arrives(40);
        Sent last = missed(reached, 28, 4);
        Events.send(missed(reached, 58, 3), last);
        awaitTakenIn(last);

        String id = started("team-manager", "{\"edition\":\"2026.1\",%s}".formatted(days(100, 0)));
        Response finished = finished(id);

        finished.then()
                .body("scope", equalTo("standard-only"))
                .body("liveEdition", equalTo("2026.1"))
                .body("asOf", not(nullValue()))
                .body(inWard("households.count"), equalTo(3))
                // One only with the liability order itself, which is no warning.
                .body(inWard("reached.count"), equalTo(3))
                .body(inWard("unknown.count"), equalTo(3))
                .body(inWard("tasks.precision"), equalTo("exact"))
                .body(liabilityOrder("met.count"), equalTo(2))
                .body(liabilityOrder("warned.count"), equalTo(1))
                .body(liabilityOrder("missed.count"), equalTo(1))
                .body(liabilityOrder("daysOfWarning.median"), equalTo(20))
                // All of it was written down today, when the crisis had come.
                .body(liabilityOrder("warnedAsRecorded.count"), equalTo(0))
                .body("result.byHouseholdKind.kind", everyItem(not(nullValue())))
                .body("result.teams.team", not(hasItem("domestic-abuse")))
                .body("result.teams.find { it.team == 'debt' }.tasks.count", greaterThanOrEqualTo(2))
                .body("result.overlap.tasks.candidateOnly.count", equalTo(0));
    }

    @Test
    void judgesRecordsThatWereMergedAsTheOneHouseholdThatTheyAre() {
        UUID surviving = arrives(90);
        UUID merged = arrives(90);
        Events.send(missed(surviving, 60, 3), missed(merged, 30, 4), liabilityOrder(surviving, 10));
        merge(surviving, merged, Told.daysAgo(20));

        Response finished = finished(started("team-manager", "{\"edition\":\"2026.1\",%s}".formatted(days(100, 0))));

        finished.then()
                .body(inWard("households.count"), equalTo(1))
                .body(inWard("reached.count"), equalTo(1))
                .body(liabilityOrder("met.count"), equalTo(1))
                .body(liabilityOrder("warned.count"), equalTo(1))
                .body(liabilityOrder("daysOfWarning.median"), equalTo(20));
    }

    private static void merge(UUID into, UUID merged, Instant at) {
        for (UUID household : List.of(into, merged)) {
            Sent told = Events.event(
                            "intake.households-merged.v1",
                            household,
                            "{\"householdId\":\"%s\",\"into\":\"%s\",\"merged\":[\"%s\"]}"
                                    .formatted(household, into, merged))
                    .at(at);
            Events.send(told);
            awaitTakenIn(told);
        }
    }

    @Test
    void showsAnalystsNoSmallNumbers() {
        Sent registered = registered(UUID.randomUUID(), 40);
        Events.send(registered);
        awaitTakenIn(registered);

        String id = started("insight-analyst", "{\"edition\":\"2026.1\",%s}".formatted(days(50, 0)));
        finished(id);

        as("insight-analyst")
                .get(BACKTESTS + "/" + id)
                .then()
                .body(inWard("households.precision"), equalTo("suppressed"))
                .body(inWard("households.count"), nullValue());
        as("team-manager").get(BACKTESTS + "/" + id).then().body(inWard("households.count"), equalTo(1));
    }

    @Test
    void namesAllThatIsWrong() {
        String tomorrow = today().plusDays(1).toString();
        as("insight-analyst")
                .contentType("application/json")
                .body("""
                    {"edition":"no-such","from":"%s","to":"%s","capacity":{"debt":5,"wizards/1":1},"outcomes":["job-lost","luck"]}
                    """.formatted(tomorrow, tomorrow))
                .post(BACKTESTS)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body(
                        "errors.pointer",
                        equalTo(List.of("/edition", "/to", "/from", "/capacity/wizards~11", "/outcomes/1")));
    }

    @Test
    void isBegunOnceForOneKey() {
        String key = UUID.randomUUID().toString();
        String body = "{\"edition\":\"2026.1\",%s,\"outcomes\":[\"job-lost\"]}".formatted(days(9, 2));

        String first = post("insight-analyst", key, body)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        post("insight-analyst", key, body).then().statusCode(201).body("id", equalTo(first));
        post("insight-analyst", key, body.replace("job-lost", "duty-owed"))
                .then()
                .statusCode(422);
        as("information-governance")
                .get(BACKTESTS + "?limit=200")
                .then()
                .statusCode(200)
                .body("items.findAll { it.id == '%s' }".formatted(first), hasSize(1))
                .body("items[0].result", nullValue());
        finished(first).then().body("result.all.outcomes.outcome", equalTo(List.of("job-lost")));
    }

    @Test
    void countsWhatIsRestrictedForThoseAloneWhoAreClearedForIt() {
        UUID household = UUID.randomUUID();
        Sent disclosed = Told.disclosed(household, true).at(Told.daysAgo(5));
        Events.send(registered(household, 40));
        Events.send(disclosed);
        awaitTakenIn(disclosed);
        String standard = started("team-manager", "{\"edition\":\"2026.1\",%s}".formatted(days(50, 0)));
        finished(standard);

        UUID cleared = planted(standard, true, "queued", 0);

        await().atMost(Duration.ofSeconds(30)).until(() -> state(cleared).equals("finished"));
        as("team-manager").get(BACKTESTS + "/" + cleared).then().statusCode(404);
        as("team-manager")
                .post(BACKTESTS + "/" + cleared + "/cancellation")
                .then()
                .statusCode(404);
        as("team-manager").get(BACKTESTS).then().body("items.id", not(hasItem(cleared.toString())));
        assertThat(reached(cleared)).isEqualTo("1");
        assertThat(reached(UUID.fromString(standard))).isEqualTo("0");
    }

    @Test
    void endsWithinAPartOnceItIsCancelled() throws SQLException {
        try (Connection connection = Database.connect()) {
            String id = startedAndHeldUp(connection);

            as("insight-analyst")
                    .post(BACKTESTS + "/" + id + "/cancellation")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("cancelled"));
            as("insight-analyst")
                    .post(BACKTESTS + "/" + id + "/cancellation")
                    .then()
                    .statusCode(200);
            connection.rollback();

            // One behind it shows that it is over.
            String next = started("insight-analyst", "{\"edition\":\"2026.1\",%s}".formatted(days(20, 0)));
            finished(next);
            as("insight-analyst")
                    .get(BACKTESTS + "/" + id)
                    .then()
                    .body("state", equalTo("cancelled"))
                    .body("result", nullValue());
            as("insight-analyst")
                    .post(BACKTESTS + "/" + next + "/cancellation")
                    .then()
                    .statusCode(409);
        }
    }

    @Test
    void isTakenUpAnewWhenNothingIsHeardOfItAndThenIsTheOthers() throws SQLException {
        try (Connection connection = Database.connect()) {
            String id = startedAndHeldUp(connection);
            // Another instance takes it up, and goes down.
            asSystem(
                    connection,
                    "update backtest set attempt = 2, heartbeat_at = now() - interval '1 hour' where id = '%s'"
                            .formatted(id));

            connection.commit();

            finished(id);
            // The run that was held up was the first and had lost it; it would have finished as the second.
            assertThat(Told.asService("select attempt from backtest where id = '%s'".formatted(id)))
                    .singleElement()
                    .satisfies(row -> assertThat(row).containsEntry("attempt", 3));
        }
    }

    @Test
    void isGivenUpWhenItTakesDownEachInstanceThatTriesIt() {
        String done = started("insight-analyst", "{\"edition\":\"2026.1\",%s}".formatted(days(20, 0)));
        finished(done);

        UUID fatal = planted(done, false, "running", 3);

        await().atMost(Duration.ofSeconds(30)).until(() -> state(fatal).equals("failed"));
        as("insight-analyst")
                .get(BACKTESTS + "/" + fatal)
                .then()
                .body("failure", equalTo("interrupted"))
                .body("result", nullValue());
    }

    /** A backtest that waits in the middle of its run until the connection lets go. */
    private static String startedAndHeldUp(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table household_state in access exclusive mode");
        }
        String id = started("insight-analyst", "{\"edition\":\"2026.1\",%s}".formatted(days(30, 0)));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> state(UUID.fromString(id)).equals("running"));
        return id;
    }

    /** As if it had been asked for, or had been running when its instance went down. */
    private static UUID planted(String like, boolean restricted, String state, int attempt) {
        UUID id = Uuid7.next();
        try (Connection connection = Database.connect()) {
            connection.setAutoCommit(false);
            asSystem(connection, """
                insert into backtest (id, requested_by, restricted, request, state, attempt, started_at, heartbeat_at)
                select '%s', requested_by, %s,
                       %s, '%s', %d, now() - interval '1 hour', now() - interval '1 hour'
                from backtest where id = '%s'
                """.formatted(
                            id,
                            restricted,
                            restricted ? "jsonb_set(request, '{capacity,domestic-abuse}', '5')" : "request",
                            state,
                            attempt,
                            like));
            connection.commit();
            return id;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void asSystem(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SYSTEM);
            statement.execute(sql);
        }
    }

    private static String state(UUID id) {
        return (String) Told.asService("select state from backtest where id = '%s'".formatted(id))
                .getFirst()
                .get("state");
    }

    /** Households of this test's ward that were reached. */
    private String reached(UUID id) {
        return (String) Told.asService("""
                select ward #>> '{counts,reached}' as reached
                from backtest, jsonb_array_elements(result -> 'byWard') as ward
                where id = '%s' and ward ->> 'ward' = '%s'
                """.formatted(id, ward)).getFirst().get("reached");
    }

    private UUID arrives(int daysAgo) {
        UUID household = UUID.randomUUID();
        Events.send(registered(household, daysAgo));
        return household;
    }

    private Sent registered(UUID household, int daysAgo) {
        Sent sent = Told.registered(household, daysAgo);
        return sent.withData(sent.data().replace("NB-03", ward));
    }

    private static Sent liabilityOrder(UUID household, int daysAgo) {
        return Events.event(
                        "debt-advice.council-tax-stage-reached.v1",
                        household,
                        "{\"householdId\":\"%s\",\"accountId\":\"%s\",\"stage\":\"liability-order\",\"arrearsPence\":60000}"
                                .formatted(household, household))
                .at(Told.daysAgo(daysAgo));
    }

    private String inWard(String path) {
        return "result.byWard.find { it.ward == '%s' }.counts.%s".formatted(ward, path);
    }

    private String liabilityOrder(String path) {
        return inWard("outcomes.find { it.outcome == 'liability-order' }.counts.") + path;
    }

    private static String started(String role, String body) {
        return post(role, UUID.randomUUID().toString(), body)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response post(String role, String key, String body) {
        return as(role).contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post(BACKTESTS);
    }

    private static Response finished(String id) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> state(UUID.fromString(id)).equals("finished"));
        return as("team-manager").get(BACKTESTS + "/" + id);
    }

    private static String days(int from, int to) {
        return "\"from\":\"%s\",\"to\":\"%s\"".formatted(today().minusDays(from), today().minusDays(to));
    }

    private static LocalDate today() {
        return CouncilCalendar.dayOf(Instant.now());
    }
}
