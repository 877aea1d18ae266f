package org.communitysolutions.risk.editions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.communitysolutions.risk.Told.awaitTakenIn;
import static org.communitysolutions.risk.Told.disclosed;
import static org.communitysolutions.risk.Told.missed;
import static org.communitysolutions.risk.editions.Written.EDITIONS;
import static org.communitysolutions.risk.editions.Written.RELEASED;
import static org.communitysolutions.risk.editions.Written.load;
import static org.communitysolutions.risk.editions.Written.renamed;
import static org.communitysolutions.risk.editions.Written.rules;
import static org.communitysolutions.testkit.Accounts.as;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.communitysolutions.risk.Told;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.Database.OutboxEvent;
import org.communitysolutions.testkit.Events;
import org.communitysolutions.testkit.Events.Sent;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceIT
class ShadowIT {

    private static final String RULE = "council-tax-missed-twice";
    private static final Duration SOON = Duration.ofSeconds(20);

    private final UUID household = UUID.randomUUID();
    private final String version = Written.version();
    private final String rule = "again-" + version;

    @BeforeEach
    void loadAnEditionWithARuleOfItsOwn() {
        load(renamed(RULE, rule, rules(version))).then().statusCode(201);
    }

    @AfterEach
    void endTheShadow() {
        as("insight-analyst").delete(shadow(version)).then().statusCode(200);
        Written.goLive(RELEASED).then().statusCode(200);
    }

    @Test
    void countsWhatAnEditionWouldAskForFromTodayOnAndAsksNobody() {
        missTwice(household, Told.daysAgo(10));
        List<OutboxEvent> told = Database.outboxOf(household);

        begin(version).statusCode(200).body("inShadow", equalTo(true)).body("state", equalTo("loaded"));
        begin(version).statusCode(200);

        await().atMost(SOON).until(() -> !inShadow(household).isEmpty());
        UUID other = UUID.randomUUID();
        missTwice(other, Instant.now());
        assertThat(inShadow(other)).hasSize(1);
        assertThat(Database.outboxOf(household)).isEqualTo(told);
        assertThat(Database.outboxOf(other)).noneMatch(event -> event.data().contains(rule));
        counts("team-manager")
                .body(line(rule) + ".team", equalTo("debt"))
                .body(line(rule) + ".atBeginning.onlyShadow.count", greaterThanOrEqualTo(1))
                .body(line(rule) + ".since.onlyShadow.count", equalTo(1))
                .body(line(rule) + ".since.alsoLive.count", equalTo(0))
                .body(line(RULE) + ".onlyLive.count", greaterThanOrEqualTo(1));
    }

    @Test
    void showsNoSmallNumbersToThoseWhoMayNotSeeTheHouseholds() {
        begin(version).statusCode(200);
        missTwice(household, Instant.now());

        counts("insight-analyst")
                .body(line(rule) + ".since.onlyShadow.precision", equalTo("suppressed"))
                .body(line(rule) + ".since.all.precision", equalTo("suppressed"))
                .body(line(rule) + ".since.alsoLive.count", equalTo(0));
    }

    @Test
    void countsRestrictedTasksForSpecialistsAlone() {
        begin(version).statusCode(200);
        Sent told = disclosed(household, true);
        Events.send(told);
        awaitTakenIn(told);

        counts("domestic-abuse-specialist").body("rules.rule", hasItem("domestic-abuse-disclosed"));
        counts("team-manager").body("rules.rule", not(hasItem("domestic-abuse-disclosed")));
        assertThat(Database.queryAsApplication("select 1 from shadow_task")).isEmpty();
    }

    @Test
    void forgetsWhatALateEventShowsThatItWouldNotHaveAskedFor() {
        begin(version).statusCode(200);
        missTwice(household, Told.daysAgo(10));
        assertThat(inShadow(household)).hasSize(1);
        Sent late = Told.debtCaseOpened(household, 50);

        Events.send(late);
        awaitTakenIn(late);

        assertThat(inShadow(household)).isEmpty();
    }

    @Test
    void showsInAMetricHowManyTasksOfStandardRulesItHas() {
        begin(version).statusCode(200);
        missTwice(household, Told.daysAgo(10));

        await().atMost(SOON).until(() -> as("platform-operator")
                .get("/q/metrics")
                .asString()
                .lines()
                .anyMatch(line -> line.startsWith("risk_shadow_tasks{") && line.contains(rule)));
    }

    @Test
    void countsFromAnewWhenItIsPutIntoShadowAgain() {
        missTwice(household, Told.daysAgo(10));
        begin(version).statusCode(200);
        await().atMost(SOON).until(() -> inShadow(household).size() == 1);

        as("insight-analyst").delete(shadow(version)).then().statusCode(200).body("inShadow", equalTo(false));
        counts("team-manager").body("endedAt", notNullValue());
        begin(version).statusCode(200);

        await().atMost(SOON).until(() -> inShadow(household).size() == 2);
    }

    @Test
    void takesOneEditionAtATimeAndNeverTheLiveOne() {
        String other = Written.version();
        load(rules(other)).then().statusCode(201);
        begin(version).statusCode(200);

        begin(other).statusCode(409).body("type", endsWith("/other-edition-in-shadow"));
        begin(RELEASED).statusCode(409).body("type", endsWith("/edition-live"));
        begin("no-such-edition").statusCode(404);
        as("team-manager").get(shadow(other)).then().statusCode(404);
    }

    @Test
    void endsWhenTheEditionGoesLive() {
        begin(version).statusCode(200);
        Written.approve(version).then().statusCode(200);

        Written.goLive(version)
                .then()
                .statusCode(200)
                .body("state", equalTo("live"))
                .body("inShadow", equalTo(false));
    }

    private static void missTwice(UUID household, Instant second) {
        Sent told = missed(household, 0, 7).at(second);
        Events.send(missed(household, 40, 6), told);
        awaitTakenIn(told);
    }

    /** The tasks that the rule would have asked for with the household, in all times in shadow. */
    private List<Map<String, Object>> inShadow(UUID household) {
        return Told.asService(
                "select task_id from shadow_task where household = '%s' and rule = '%s'".formatted(household, rule));
    }

    private static ValidatableResponse begin(String version) {
        Response answer = as("insight-analyst").post(shadow(version));
        return answer.then();
    }

    private ValidatableResponse counts(String role) {
        return as(role).get(shadow(version)).then().statusCode(200).body("version", equalTo(version));
    }

    private static String line(String rule) {
        return "rules.find { it.rule == '" + rule + "' }";
    }

    private static String shadow(String version) {
        return EDITIONS + version + "/shadow";
    }
}
