package org.communitysolutions.risk.editions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.communitysolutions.risk.Told.RAISED;
import static org.communitysolutions.risk.Told.WITHDRAWN;
import static org.communitysolutions.risk.Told.awaitTakenIn;
import static org.communitysolutions.risk.Told.missed;
import static org.communitysolutions.risk.Told.outbox;
import static org.communitysolutions.risk.editions.Written.EDITIONS;
import static org.communitysolutions.risk.editions.Written.RELEASED;
import static org.communitysolutions.risk.editions.Written.approve;
import static org.communitysolutions.risk.editions.Written.goLive;
import static org.communitysolutions.risk.editions.Written.load;
import static org.communitysolutions.risk.editions.Written.putLive;
import static org.communitysolutions.risk.editions.Written.rules;
import static org.communitysolutions.risk.editions.Written.without;
import static org.communitysolutions.testkit.Accounts.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.agroal.DataSource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.communitysolutions.risk.editions.persistence.StandingRows;
import org.communitysolutions.risk.rules.loading.Files;
import org.communitysolutions.risk.rules.loading.ReadRulebook;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.communitysolutions.testkit.Accounts;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.Events;
import org.communitysolutions.testkit.Events.Sent;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ServiceIT
class EditionsIT {

    private static final String RULE = "council-tax-missed-twice";
    private static final Duration SOON = Duration.ofSeconds(20);

    private final UUID household = UUID.randomUUID();
    private final String version = Written.version();

    @Inject
    @DataSource("stream")
    AgroalDataSource database;

    @Inject
    Editions editions;

    @Inject
    StandingRows rows;

    @Inject
    ReadRulebook read;

    @Inject
    ReleasedEdition released;

    @AfterEach
    void goBackToTheEditionOfTheRelease() {
        goLive(RELEASED).then().statusCode(200);
        await().atMost(SOON).until(() -> live().equals(RELEASED));
    }

    @Test
    void keepsWhatIsLoadedAndEvaluatesNothingByIt() {
        Response loaded = load(rules(version));

        loaded.then()
                .statusCode(201)
                .header("Location", endsWith("/rules/editions/" + version))
                .body("state", equalTo("loaded"))
                .body("factorsVersion", equalTo(RELEASED))
                .body("rules", equalTo(rules(version)));
        as("team-manager")
                .get(EDITIONS + version)
                .then()
                .statusCode(200)
                .body("factors", equalTo(Files.text(Files.FACTORS)));
        as("platform-operator").get(EDITIONS).then().body("items.version", hasItem(version));
        assertThat(live()).isEqualTo(RELEASED);
    }

    @Test
    void refusesWhatIsWrongWithFileAndLineAndKeepsNothingOfIt() {
        String wrong = rules(version).replace("team: debt\n", "team: dept\n");

        Response refused = load(wrong);

        refused.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", endsWith("/edition-refused"))
                .body("errors.pointer", everyItem(equalTo("/rules")))
                .body("errors[0].detail", matchesPattern("line \\d+, column 11: team is 'dept', expected one of .*"));
        String line = wrong.lines().toList().get(lineOf(refused) - 1);
        assertThat(line).contains("team: dept");
        as("team-manager").get(EDITIONS + version).then().statusCode(404);
        assertThat(live()).isEqualTo(RELEASED);
    }

    private static int lineOf(Response refused) {
        String detail = refused.path("errors[0].detail");
        return Integer.parseInt(detail.replaceAll("line (\\d+),.*", "$1"));
    }

    @Test
    void takesAVersionOnceAndForOneTextOnly() {
        load(rules(version)).then().statusCode(201);

        load(rules(version)).then().statusCode(200).body("version", equalTo(version));
        load(without(RULE, rules(version)))
                .then()
                .statusCode(409)
                .body("type", endsWith("/edition-exists"))
                .body("errors[0].pointer", equalTo("/rules"));
        load(Files.text(Files.FACTORS).replace("present: 20", "present: 21"), rules(Written.version()))
                .then()
                .statusCode(409)
                .body("errors[0].pointer", equalTo("/factors"));
    }

    @Test
    void refusesARuleThatSaysSomethingElseThanItsVersionDoesInAnApprovedEdition() {
        String slower =
                rules(version).replaceFirst("working-days: 5, priority: high", "working-days: 6, priority: high");

        load(slower)
                .then()
                .statusCode(422)
                .body("type", endsWith("/edition-refused"))
                .body("errors.pointer", everyItem(equalTo("/rules")))
                .body("errors[0].detail", containsString("raise the version, as 1 of " + RULE));
        as("team-manager").get(EDITIONS + version).then().statusCode(404);
        load(slower.replaceFirst("version: 1\n", "version: " + anyVersion() + "\n"))
                .then()
                .statusCode(201);
    }

    @Test
    void approvesOneOfTwoEditionsThatChangeARuleUnderTheSameVersion() {
        String next = "version: " + anyVersion() + "\n";
        String other = Written.version();
        load(rules(version).replaceFirst("version: 1\n", next)).then().statusCode(201);
        load(rules(other).replaceFirst("version: 1\n", next).replaceFirst("working-days: 5", "working-days: 6"))
                .then()
                .statusCode(201);

        approve(version).then().statusCode(200);

        approve(other)
                .then()
                .statusCode(422)
                .body("errors[0].detail", containsString("says something else in the edition " + version));
        as("team-manager").get(EDITIONS + other).then().body("state", equalTo("loaded"));
    }

    private static int anyVersion() {
        return 2 + ThreadLocalRandom.current().nextInt(900_000);
    }

    @Test
    void asksASecondPersonBeforeAnEditionGoesLive() {
        load(rules(version)).then().statusCode(201);
        goLive(version).then().statusCode(409).body("type", endsWith("/edition-not-approved"));
        String own = Written.version();
        loadAs(subjectOf("team-manager"), own);

        as("team-manager")
                .post(EDITIONS + own + "/approval")
                .then()
                .statusCode(403)
                .body("type", endsWith("/own-edition"));
        approve(own).then().statusCode(200).body("state", equalTo("approved"));
        goLive(own).then().statusCode(403).body("type", endsWith("/own-edition"));
        assertThatThrownBy(() -> Database.execute(
                        "insert into edition_approval (version, loaded_by, approved_by) select version, loaded_by,"
                                + " loaded_by from edition where version = ?",
                        version))
                .hasStackTraceContaining("edition_approval_check");
        assertThat(live()).isEqualTo(RELEASED);
    }

    @Test
    void takesBackTheTasksOfARuleThatIsGoneAndAsksAgainWhenItIsBack() {
        Sent second = missed(household, 10, 7);
        Events.send(missed(household, 40, 6), second);
        awaitTakenIn(second);
        assertThat(outbox(household, RAISED)).hasSize(1);

        putLive(version, without(RULE, rules(version)));

        await().atMost(SOON).untilAsserted(() -> assertThat(outbox(household, WITHDRAWN))
                .singleElement()
                .satisfies(event -> assertThat(event.data()).contains("\"why\":\"rule-retired\"")));
        goLive(RELEASED).then().statusCode(200).body("state", equalTo("live"));
        await().atMost(SOON).until(() -> outbox(household, RAISED).size() == 2);
        assertThat(outbox(household, WITHDRAWN)).hasSize(1);
        assertThat(outbox(household, "risk.risk-factor-began.v1")).hasSize(1);
        as("team-manager").get(EDITIONS + version).then().body("state", equalTo("replaced"));
    }

    @Test
    void doesNothingWhenTheSameSwitchIsMadeTwice() {
        putLive(version, rules(version));

        goLive(version).then().statusCode(200).body("state", equalTo("live"));
        approve(version).then().statusCode(200).body("state", equalTo("live"));

        assertThat(Database.query("select 1 from edition_switch where version = ?", version))
                .hasSize(1);
    }

    @Test
    void makesOneOfTwoEditionsLiveThatAreSwitchedToAtOnce() {
        String other = Written.version();
        load(rules(version)).then().statusCode(201);
        load(rules(other)).then().statusCode(201);
        approve(version).then().statusCode(200);
        approve(other).then().statusCode(200);

        List<CompletableFuture<Response>> both = List.of(
                CompletableFuture.supplyAsync(() -> goLive(version)),
                CompletableFuture.supplyAsync(() -> goLive(other)));

        both.forEach(answer -> answer.join().then().statusCode(200));
        String last = (String) Database.query("select version from edition_switch order by number desc limit 1")
                .getFirst()
                .get("version");
        await().atMost(SOON).until(() -> live().equals(last));
        as("platform-operator")
                .get(EDITIONS)
                .then()
                .body("items.findAll { it.state == 'live' }.version", equalTo(List.of(last)));
    }

    @Test
    void goesLiveWhenWhatIsEvaluatedByTheOneBeforeIsCommitted() throws SQLException {
        load(rules(version)).then().statusCode(201);
        approve(version).then().statusCode(200);
        try (Connection evaluating = database.getConnection()) {
            evaluating.setAutoCommit(false);
            assertThat(editions.inForce(evaluating).version()).isEqualTo(RELEASED);

            CompletableFuture<Response> switching = CompletableFuture.supplyAsync(() -> goLive(version));

            await().atMost(SOON).until(() -> !Database.query("select 1 from pg_locks where locktype = 'advisory'"
                            + " and mode = 'ExclusiveLock' and not granted")
                    .isEmpty());
            assertThat(switching).isNotDone();
            evaluating.rollback();
            switching.join().then().statusCode(200);
        }
    }

    @Test
    void isLiveStillAfterARestart() throws SQLException {
        putLive(version, rules(version));
        Editions restarted = new Editions(database, rows, read, released, new SimpleMeterRegistry(), Optional.empty());

        restarted.start(null);

        assertThat(RulesInForce.version(restarted.live())).isEqualTo(version);
        assertThat(restarted.of(RELEASED)).isPresent();
        assertThat(restarted.of("no-such-edition")).isEmpty();
    }

    @Test
    void showsAHouseholdByTheEditionOfThen() {
        Sent told = missed(household, 10, 7);
        Events.send(told);
        awaitTakenIn(told);
        putLive(version, rules(version));
        await().atMost(SOON).until(() -> live().equals(version));

        oneView("").then().body("score.rulesVersion", equalTo(version));
        oneView("?asOf=" + CouncilCalendar.dayOf(Instant.now())).then().body("score.rulesVersion", equalTo(version));
        oneView("?asOf=" + CouncilCalendar.dayOf(Instant.now()).minusDays(1))
                .then()
                .body("score.rulesVersion", equalTo(RELEASED));
    }

    @Test
    void pagesThroughEditionsFromTheLatest() {
        load(rules(version)).then().statusCode(201);

        Response page = as("insight-analyst").get(EDITIONS + "?limit=1");

        page.then().body("items", hasSize(1)).body("items[0].version", equalTo(version));
        String next = page.header("Link").replaceAll("<([^>]*)>.*", "$1");
        as("insight-analyst").get(next).then().statusCode(200).body("items", hasSize(1));
        as("insight-analyst").get(EDITIONS + "?cursor=x").then().statusCode(400);
    }

    @Test
    void letsNobodyChangeATextThatWasLoaded() {
        load(rules(version)).then().statusCode(201);

        assertThatThrownBy(() -> Database.queryAsApplication(
                        "update edition set rules = '' where version = '" + version + "' returning 1"))
                .hasStackTraceContaining("permission denied");
        as("insight-analyst").get("/q/metrics").then().body(containsString("risk_edition_live{"));
    }

    private Response oneView(String query) {
        return as("universal-worker").get("/api/risk/v1/households/" + household + "/one-view" + query);
    }

    private static String live() {
        return as("insight-analyst").get("/api/risk/v1/rules").path("rulesEdition.version");
    }

    private static void loadAs(String subject, String version) {
        load(rules(version + "-before")).then().statusCode(201);
        Database.execute(
                "insert into edition select ?, factors_version, factors, replace(rules, ?, ?), digest, ?, loaded_at"
                        + " from edition where version = ?",
                version,
                version + "-before",
                version,
                subject,
                version + "-before");
    }

    private static String subjectOf(String role) {
        String claims = new String(
                Base64.getUrlDecoder().decode(Accounts.token(role).split("\\.", -1)[1]), StandardCharsets.UTF_8);
        return claims.replaceAll(".*\"sub\":\"([^\"]*)\".*", "$1");
    }
}
