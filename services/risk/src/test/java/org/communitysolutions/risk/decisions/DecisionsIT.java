package org.communitysolutions.risk.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.risk.Told.awaitTakenIn;
import static org.communitysolutions.risk.Told.disclosed;
import static org.communitysolutions.risk.Told.missed;
import static org.communitysolutions.testkit.Accounts.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.communitysolutions.risk.Told;
import org.communitysolutions.testkit.Events;
import org.communitysolutions.testkit.Events.Sent;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

@ServiceIT
class DecisionsIT {

    private static final String DECISIONS = "/api/risk/v1/rules/decisions";
    private static final String MISSED_TWICE = "rules.find { it.rule == 'council-tax-missed-twice' }.";

    private final UUID household = UUID.randomUUID();

    @Test
    void keepsTheEndThatHappenedLastHoweverItsEventsArrive() {
        String task = taskAskedFor();
        Sent later = ended(task, "declined").at(Told.daysAgo(0));
        Sent earlier = ended(task, "wrong").at(Told.daysAgo(1));

        Events.send(later);
        awaitTakenIn(later);
        Events.send(earlier, later);
        awaitTakenIn(earlier);

        assertThat(outcomeOf(task)).isEqualTo("DECLINED");
        RestAssured.get("/q/metrics")
                .then()
                .body(containsString("risk_tasks_ended_total{outcome=\"declined\",rule=\"council-tax-missed-twice\"}"));
    }

    @Test
    void keepsTheSameEndWhenTheHouseholdIsMadeAnewFromTheJournal() {
        String task = taskAskedFor();
        Sent ended = ended(task, "already-known");
        Events.send(ended);
        awaitTakenIn(ended);
        assertThat(outcomeOf(task)).isEqualTo("ALREADY_KNOWN");

        // As if it had never been kept: the journal has to know.
        Told.asService("update raised_task set outcome = null, completed_at = null where task_id = '%s' returning 1"
                .formatted(task));
        as("platform-operator")
                .contentType(ContentType.JSON)
                .body("{\"limit\":2000}")
                .post("/api/risk/v1/re-evaluations")
                .then()
                .statusCode(200);

        assertThat(outcomeOf(task)).isEqualTo("ALREADY_KNOWN");
    }

    @Test
    void countsByRuleAndVersionWhatPeopleMadeOfItsTasks() {
        int before = helped();
        String task = taskAskedFor();
        Sent ended = ended(task, "helped");
        Events.send(ended);
        awaitTakenIn(ended);

        as("team-manager")
                .get(DECISIONS)
                .then()
                .statusCode(200)
                .body(MISSED_TWICE + "version", equalTo(1))
                .body(MISSED_TWICE + "askedFor.count", greaterThanOrEqualTo(1))
                .body(MISSED_TWICE + "ended.helped.count", equalTo(before + 1))
                .body("measure.right", hasItem("already-known"));
        as("team-manager").queryParam("to", "2020-01-01").get(DECISIONS).then().body("rules", equalTo(List.of()));
    }

    @Test
    void showsRestrictedRulesToSpecialistsAlone() {
        Sent told = disclosed(household, true);
        Events.send(told);
        awaitTakenIn(told);

        as("domestic-abuse-specialist").get(DECISIONS).then().body("rules.rule", hasItem("domestic-abuse-disclosed"));
        for (String role : List.of("team-manager", "insight-analyst", "information-governance")) {
            as(role).get(DECISIONS).then().statusCode(200).body("rules.rule", not(hasItem("domestic-abuse-disclosed")));
        }
    }

    @Test
    void refusesAPeriodThatEndsBeforeItBegins() {
        as("insight-analyst")
                .queryParam("from", "2026-05-01")
                .queryParam("to", "2026-04-01")
                .get(DECISIONS)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("to"));
    }

    private String taskAskedFor() {
        Sent second = missed(household, 10, 7);
        Events.send(missed(household, 40, 6), second);
        awaitTakenIn(second);
        return Told.asService("select task_id from raised_task where household = '%s'".formatted(household))
                .getFirst()
                .get("task_id")
                .toString();
    }

    private Sent ended(String task, String outcome) {
        return Told.task(household, "completed", task, ",\"outcome\":\"%s\"".formatted(outcome));
    }

    private static int helped() {
        List<Map<String, Object>> rules = as("team-manager").get(DECISIONS).path("rules");
        return rules.stream()
                .filter(rule -> rule.get("rule").equals("council-tax-missed-twice"))
                .findFirst()
                .map(rule -> (Map<?, ?>) ((Map<?, ?>) rule.get("ended")).get("helped"))
                .map(figure -> (int) figure.get("count"))
                .orElse(0);
    }

    private static String outcomeOf(String task) {
        return Told.asService("select coalesce(outcome, 'none') as outcome from raised_task where task_id = '%s'"
                        .formatted(task))
                .getFirst()
                .get("outcome")
                .toString();
    }
}
