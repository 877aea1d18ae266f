package org.communitysolutions.casemanagement.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.communitysolutions.testkit.Accounts.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.communitysolutions.casemanagement.task.EarlyHelp;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.Events;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

@ServiceIT
class OpenWorkIT {

    private static final String API = "/api/case-management/v1";

    private final UUID household = UUID.randomUUID();
    private final UUID known = UUID.randomUUID();
    private final UUID restricted = UUID.randomUUID();

    @Test
    void everyoneSeesWhatIsOpenAndSpecialistsTheirsToo() {
        UUID withdrawn = UUID.randomUUID();
        Events.send(
                EarlyHelp.raised(household, withdrawn),
                EarlyHelp.withdrawn(household, withdrawn),
                EarlyHelp.raised(household, known),
                EarlyHelp.raisedForSpecialists(household, restricted));
        await().until(() -> EarlyHelp.stateOf(known).contains("OPEN")
                && EarlyHelp.stateOf(restricted).contains("OPEN"));
        String common = open("universal-worker", "universal");
        String apart = open("domestic-abuse-specialist", "domestic-abuse");

        as("debt-adviser")
                .get(API + "/households/" + household + "/open-work")
                .then()
                .statusCode(200)
                .body("tasks.id", contains(known.toString()))
                .body("tasks.priority", contains("high"))
                .body("caseFiles.id", contains(common))
                .body("caseFiles.tier", contains("at-risk"));
        as("domestic-abuse-specialist")
                .get(API + "/households/" + household + "/open-work")
                .then()
                .body("tasks.id", containsInAnyOrder(known.toString(), restricted.toString()))
                .body("caseFiles.id", containsInAnyOrder(common, apart));
    }

    @Test
    void aHouseholdThatNobodyWorksWithHasNoOpenWorkAndTheReadIsKept() {
        as("front-door")
                .header("Purpose", "safeguarding")
                .get(API + "/households/" + household + "/open-work")
                .then()
                .statusCode(200)
                .body("tasks.size()", equalTo(0))
                .body("caseFiles.size()", equalTo(0));

        assertThat(Database.query("select kind, purpose from access_audit where record_id = ?", household))
                .singleElement()
                .satisfies(row ->
                        assertThat(row).containsEntry("kind", "household").containsEntry("purpose", "safeguarding"));
    }

    @Test
    void aRestrictedTaskDoesNotExistForAnyoneElse() {
        Events.send(EarlyHelp.raisedForSpecialists(household, restricted));
        await().until(() -> EarlyHelp.stateOf(restricted).contains("OPEN"));
        String task = API + "/tasks/" + restricted;

        for (String role : new String[] {"universal-worker", "team-manager", "front-door", "volunteer-coordinator"}) {
            String absent = as(role).get(API + "/tasks/" + UUID.randomUUID()).asString();
            assertThat(as(role).get(task).then().statusCode(404).extract().asString())
                    .isEqualTo(absent);
            as(role).post(task + "/claim").then().statusCode(404);
            as(role).contentType(ContentType.JSON)
                    .body("{\"outcome\":\"helped\"}")
                    .post(task + "/complete")
                    .then()
                    .statusCode(404);
            as(role).contentType(ContentType.JSON)
                    .body("{\"team\":\"universal\",\"reason\":\"mine\"}")
                    .post(task + "/hand-over")
                    .then()
                    .statusCode(404);
            as(role).get(API + "/teams/domestic-abuse/tasks").then().statusCode(403);
        }
        as("domestic-abuse-specialist")
                .get(API + "/teams/domestic-abuse/tasks?limit=200")
                .then()
                .statusCode(200);
        as("domestic-abuse-specialist").post(task + "/claim").then().statusCode(200);
    }

    @Test
    void aRestrictedTaskCannotLeaveTheSpecialists() {
        Events.send(EarlyHelp.raisedForSpecialists(household, restricted));
        await().until(() -> EarlyHelp.stateOf(restricted).contains("OPEN"));

        as("domestic-abuse-specialist")
                .contentType(ContentType.JSON)
                .body("{\"team\":\"housing\",\"reason\":\"needs a home\"}")
                .post(API + "/tasks/" + restricted + "/hand-over")
                .then()
                .statusCode(409);
        String apart = open("domestic-abuse-specialist", "domestic-abuse");
        as("domestic-abuse-specialist")
                .contentType(ContentType.JSON)
                .body("""
                        {"householdId":"%s","caseId":"%s","kind":"find-home","team":"housing","priority":"urgent","dueOn":"%s"}""".formatted(household, apart, LocalDate.now(ZoneId.of("Europe/London"))))
                .post(API + "/tasks")
                .then()
                .statusCode(422);
        assertThat(Database.outboxOf(household))
                .extracting(Database.OutboxEvent::topic)
                .containsOnly("case-management.events.restricted");
    }

    @Test
    void withoutSayingWhoAsksTheDatabaseShowsNothingAtAll() {
        Events.send(EarlyHelp.raised(household, known));
        await().until(() -> EarlyHelp.stateOf(known).contains("OPEN"));

        for (String table : new String[] {"task", "task_hand_over", "early_withdrawal", "case_file", "note"}) {
            assertThat(Database.queryAsApplication("select * from " + table)).isEmpty();
            assertThat(Database.query("select * from " + table)).isEmpty();
        }
    }

    private String open(String role, String team) {
        return as(role).contentType(ContentType.JSON)
                .body("{\"householdId\":\"%s\",\"tier\":\"at-risk\",\"team\":\"%s\"}".formatted(household, team))
                .post(API + "/case-files")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
