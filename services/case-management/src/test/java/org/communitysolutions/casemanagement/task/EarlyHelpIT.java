package org.communitysolutions.casemanagement.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.communitysolutions.casemanagement.task.EarlyHelp.challenged;
import static org.communitysolutions.casemanagement.task.EarlyHelp.raised;
import static org.communitysolutions.casemanagement.task.EarlyHelp.raisedForSpecialists;
import static org.communitysolutions.casemanagement.task.EarlyHelp.stateOf;
import static org.communitysolutions.casemanagement.task.EarlyHelp.toldOf;
import static org.communitysolutions.casemanagement.task.EarlyHelp.withdrawn;
import static org.communitysolutions.testkit.Accounts.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.util.UUID;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.EventContracts;
import org.communitysolutions.testkit.Events;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

@ServiceIT
class EarlyHelpIT {

    private static final String TASKS = "/api/case-management/v1/tasks/";
    private static final String CREATED = "case-management.task-created.v1";
    private static final String WITHDRAWN = "case-management.task-withdrawn.v1";

    private final UUID household = UUID.randomUUID();
    private final UUID task = UUID.randomUUID();

    @Test
    void whatRiskAsksForStandsWithItsReasonsInTheTeamsQueue() {
        Events.send(raised(household, task));

        await().untilAsserted(() -> as("universal-worker")
                .get(TASKS + task)
                .then()
                .statusCode(200)
                .body("state", equalTo("open"))
                .body("householdId", equalTo(household.toString()))
                .body("team", equalTo("universal"))
                .body("priority", equalTo("high"))
                .body("dueOn", equalTo("2026-12-04"))
                .body("restricted", equalTo(false))
                .body("basis.rule", equalTo("council-tax-missed-twice"))
                .body("basis.ruleVersion", equalTo(3))
                .body(
                        "basis.reasons.factor",
                        contains("council-tax-instalment-missed", "council-tax-instalment-missed")));
    }

    @Test
    void itTellsOfTheTaskWithinTheTraceOfTheEventThatAskedForIt() {
        Events.Sent sent = raised(household, task);

        Events.send(sent);

        await().until(() -> !Database.outboxOf(household).isEmpty());
        assertThat(Database.outboxOf(household)).singleElement().satisfies(told -> {
            assertThat(told.topic()).isEqualTo("case-management.events");
            assertThat(told.type()).isEqualTo(CREATED);
            assertThat(told.causation()).isEqualTo(sent.id().toString());
            // No collector is there, so no span of the handling comes in between.
            assertThat(told.traceParent()).isEqualTo(Events.TRACE_PARENT);
            assertThat(EventContracts.violations(told.type(), told.data())).isEmpty();
        });
    }

    @Test
    void aTaskThatRiskWithdrawsLeavesTheQueueWithTheReason() {
        Events.send(raised(household, task), withdrawn(household, task));

        await().until(() -> stateOf(task).contains("WITHDRAWN"));
        as("universal-worker")
                .get(TASKS + task)
                .then()
                .body("state", equalTo("withdrawn"))
                .body("withdrawnBecause", equalTo("condition-ended"));
        assertThat(toldOf(household)).containsExactly(CREATED, WITHDRAWN);
        as("universal-worker")
                .post(TASKS + task + "/claim")
                .then()
                .statusCode(409)
                .body("type", containsString("/withdrawn"));
    }

    @Test
    void aTaskThatAHouseholdContestedIsPutBackWhenRiskAsksForItAnew() {
        Events.send(raised(household, task), challenged(household, task));
        await().until(() -> stateOf(task).contains("WITHDRAWN"));

        Events.send(raised(household, task));

        await().until(() -> stateOf(task).contains("OPEN"));
        assertThat(toldOf(household)).containsExactly(CREATED, WITHDRAWN, CREATED);
        as("universal-worker").post(TASKS + task + "/claim").then().statusCode(200);
    }

    @Test
    void aTaskThatWasWithdrawnForAnotherReasonIsNotPutBack() {
        UUID after = UUID.randomUUID();
        Events.send(raised(household, task), withdrawn(household, task), raised(household, task));
        Events.send(raised(household, after));

        await().until(() -> stateOf(after).contains("OPEN"));
        assertThat(stateOf(task)).containsExactly("WITHDRAWN");
    }

    @Test
    void aClaimedTaskIsWithdrawnAndACompletedOneStays() {
        UUID completed = UUID.randomUUID();
        Events.send(raised(household, task), raised(household, completed));
        await().until(() -> stateOf(completed).contains("OPEN"));
        as("universal-worker").post(TASKS + task + "/claim").then().statusCode(200);
        as("universal-worker").post(TASKS + completed + "/claim").then().statusCode(200);
        as("universal-worker")
                .contentType(ContentType.JSON)
                .body("{\"outcome\":\"helped\"}")
                .post(TASKS + completed + "/complete")
                .then()
                .statusCode(200);

        Events.send(withdrawn(household, completed), withdrawn(household, task));

        await().until(() -> stateOf(task).contains("WITHDRAWN"));
        assertThat(stateOf(completed)).containsExactly("COMPLETED");
    }

    @Test
    void aWithdrawalThatComesFirstIsKeptAndTheTaskNeverEntersTheQueue() {
        Events.send(withdrawn(household, task));
        Events.send(raised(household, task));

        await().until(() -> stateOf(task).contains("WITHDRAWN"));
        as("universal-worker")
                .get(TASKS + task)
                .then()
                .statusCode(200)
                .body("withdrawnBecause", equalTo("condition-ended"));
        assertThat(toldOf(household)).isEmpty();
    }

    @Test
    void aRestrictedTaskStandsInTheSpecialistsQueueAndIsToldOfOnTheRestrictedTopicOnly() {
        Events.send(raisedForSpecialists(household, task));

        await().until(() -> stateOf(task).contains("OPEN"));
        as("domestic-abuse-specialist")
                .get(TASKS + task)
                .then()
                .statusCode(200)
                .body("restricted", equalTo(true))
                .body("team", equalTo("domestic-abuse"));
        assertThat(Database.outboxOf(household)).singleElement().satisfies(told -> {
            assertThat(told.topic()).isEqualTo("case-management.events.restricted");
            assertThat(told.sensitivity()).isEqualTo("restricted");
        });
        RestAssured.get("/q/metrics").then().statusCode(200).body(not(containsString("domestic-abuse")));
    }

    @Test
    void aRestrictedTaskForAnyOtherTeamGoesToTheSpecialistsToo() {
        Events.send(raised(household, task).restricted());

        await().until(() -> stateOf(task).contains("OPEN"));
        as("universal-worker").get(TASKS + task).then().statusCode(404);
        as("domestic-abuse-specialist").get(TASKS + task).then().body("team", equalTo("domestic-abuse"));
    }

    @Test
    void aTaskForTheSpecialistsOnTheStandardTopicIsRestrictedAllTheSame() {
        Events.send(raised(household, task).withData(EarlyHelp.data(household, task, "domestic-abuse")));

        await().until(() -> stateOf(task).contains("OPEN"));
        as("team-manager").get(TASKS + task).then().statusCode(404);
        assertThat(Database.outboxOf(household)).singleElement().satisfies(told -> assertThat(told.topic())
                .isEqualTo("case-management.events.restricted"));
    }

    @Test
    void aTeamThatNobodyKnowsYetHasAQueueThatManagersSee() {
        String team = "team-" + household;
        Events.send(raised(household, task).withData(EarlyHelp.data(household, task, team)));

        await().until(() -> stateOf(task).contains("OPEN"));
        as("team-manager")
                .get("/api/case-management/v1/teams/" + team + "/tasks")
                .then()
                .statusCode(200)
                .body("items.id", contains(task.toString()));
    }

    @Test
    void itMeasuresHowLongATaskTakesFromTheEventToTheQueue() {
        Events.send(raised(household, task));
        await().until(() -> stateOf(task).contains("OPEN"));

        RestAssured.get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("case_management_task_raised_seconds_bucket{since=\"event\""))
                .body(containsString("case_management_task_raised_seconds_bucket{since=\"record\""));
    }
}
