package org.communitysolutions.casemanagement.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.casemanagement.task.EarlyHelp.toldOf;
import static org.communitysolutions.testkit.Accounts.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.communitysolutions.casemanagement.AtOnce;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.EventContracts;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@ServiceIT
class TaskIT {

    private static final String TASKS = "/api/case-management/v1/tasks";
    private static final String TEAMS = "/api/case-management/v1/teams/";
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>; *rel=\"next\"");
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));

    private final UUID household = UUID.randomUUID();

    @Test
    void aTaskGoesFromTheQueueToAWorkerToItsOutcome() {
        String task = raise("universal");

        as("universal-worker")
                .post(TASKS + "/" + task + "/claim")
                .then()
                .statusCode(200)
                .body("state", equalTo("claimed"));
        complete("universal-worker", task, "{\"outcome\":\"helped\",\"note\":\"A plan was agreed\"}")
                .statusCode(200)
                .body("state", equalTo("completed"))
                .body("outcome", equalTo("helped"));

        as("universal-worker").get(TASKS + "/" + task).then().body("note", equalTo("A plan was agreed"));
        List<Database.OutboxEvent> told = Database.outboxOf(household);
        assertThat(told)
                .extracting(Database.OutboxEvent::type)
                .containsExactly(
                        "case-management.task-created.v1",
                        "case-management.task-claimed.v1",
                        "case-management.task-completed.v1");
        assertThat(told).allSatisfy(event -> assertThat(EventContracts.violations(event.type(), event.data()))
                .isEmpty());
        assertThat(told.getLast().data()).contains("\"outcome\":\"helped\"").doesNotContain("plan was agreed");
        assertThat(told.getFirst().data()).doesNotContain("outcome");
    }

    @RepeatedTest(5)
    void ofTwoWorkersWhoClaimAtOnceOneWins() {
        String task = raise("universal");

        List<Response> answers =
                AtOnce.both(() -> as("universal-worker").post(TASKS + "/" + task + "/claim"), () -> as("team-manager")
                        .post(TASKS + "/" + task + "/claim"));

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 409);
        answers.stream().filter(answer -> answer.statusCode() == 409).forEach(lost -> lost.then()
                .contentType("application/problem+json")
                .body("type", containsString("/already-claimed")));
        assertThat(toldOf(household))
                .containsExactly("case-management.task-created.v1", "case-management.task-claimed.v1");
    }

    @Test
    void claimingTwiceOneselfIsNoConflictAndToldOnce() {
        String task = raise("universal");

        as("universal-worker").post(TASKS + "/" + task + "/claim").then().statusCode(200);
        as("universal-worker").post(TASKS + "/" + task + "/claim").then().statusCode(200);

        assertThat(toldOf(household)).hasSize(2);
    }

    @Test
    void onlyMembersOfTheTeamAndManagersClaimAndComplete() {
        String task = raise("debt");

        as("universal-worker")
                .post(TASKS + "/" + task + "/claim")
                .then()
                .statusCode(403)
                .body("type", containsString("/not-in-team"));
        complete("debt-adviser", task, "{\"outcome\":\"helped\"}")
                .statusCode(409)
                .body("type", containsString("/not-claimed"));
        as("debt-adviser").post(TASKS + "/" + task + "/claim").then().statusCode(200);
        complete("team-manager", task, "{\"outcome\":\"helped\"}")
                .statusCode(409)
                .body("type", containsString("/already-claimed"));
    }

    @Test
    void aCoordinatorOfVolunteersReadsOwnTasksAndNoOthers() {
        String own = raise("volunteering");
        String other = raise("debt");

        as("volunteer-coordinator").get(TASKS + "/" + own).then().statusCode(200);
        as("volunteer-coordinator").get(TASKS + "/" + other).then().statusCode(404);
        as("volunteer-coordinator").post(TASKS + "/" + other + "/claim").then().statusCode(404);
    }

    @Test
    void aTaskHandedOverWaitsForTheOtherTeamWithTheReason() {
        String task = raise("universal");
        as("universal-worker").post(TASKS + "/" + task + "/claim").then().statusCode(200);

        handOver("universal-worker", task, "housing", "A notice was served")
                .statusCode(200)
                .body("state", equalTo("open"))
                .body("team", equalTo("housing"))
                .body("claimedBy", nullValue());

        as("housing-officer")
                .get(TASKS + "/" + task)
                .then()
                .body("handOvers.from", contains("universal"))
                .body("handOvers.to", contains("housing"))
                .body("handOvers.reason", contains("A notice was served"));
        assertThat(Database.outboxOf(household).getLast()).satisfies(told -> {
            assertThat(told.type()).isEqualTo("case-management.task-handed-over.v1");
            assertThat(told.data()).contains("\"team\":\"housing\"").doesNotContain("notice was served");
            assertThat(EventContracts.violations(told.type(), told.data())).isEmpty();
        });
        handOver("housing-officer", task, "housing", "again")
                .statusCode(409)
                .body("type", containsString("same-queue"));
    }

    @Test
    void nobodyHandsATaskIntoTheRestrictedQueueOrRaisesOneThere() {
        String task = raise("universal");

        handOver("universal-worker", task, "domestic-abuse", "She told me")
                .statusCode(409)
                .body("type", containsString("/restricted-queue"));
        newTask("universal-worker", "domestic-abuse", "high", today)
                .then()
                .statusCode(422)
                .body("type", containsString("/restricted-queue"));
    }

    @Test
    void aQueueIsOrderedByPriorityThenDueDateThenIdAcrossPages() {
        List<String> expected = new ArrayList<>();
        String normalSoon = raise("employment", "normal", today.plusDays(1));
        String lowToday = raise("employment", "low", today);
        String urgentLate = raise("employment", "urgent", today.plusDays(30));
        String normalLate = raise("employment", "normal", today.plusDays(9));
        String normalLateToo = raise("employment", "normal", today.plusDays(9));
        String highSoon = raise("employment", "high", today.plusDays(1));
        expected.addAll(List.of(urgentLate, highSoon, normalSoon, normalLate, normalLateToo, lowToday));

        List<String> seen = new ArrayList<>();
        String page = TEAMS + "employment/tasks?limit=2";
        while (page != null) {
            Response answer = as("employment-adviser").get(page);
            answer.then().statusCode(200);
            List<String> ids = answer.path("items.id");
            assertThat(ids).hasSizeBetween(1, 2);
            seen.addAll(ids);
            Matcher next = NEXT.matcher(String.valueOf(answer.getHeader("Link")));
            page = next.find() ? next.group(1) : null;
        }

        assertThat(seen).containsExactlyElementsOf(expected);
    }

    @Test
    void aQueueShowsOneStateAtATime() {
        String open = raise("targeted");
        String claimed = raise("targeted");
        as("targeted-worker").post(TASKS + "/" + claimed + "/claim").then().statusCode(200);

        as("targeted-worker")
                .get(TEAMS + "targeted/tasks")
                .then()
                .body("items.id", hasItem(open))
                .body("items.id", not(hasItem(claimed)));
        as("targeted-worker").get(TEAMS + "targeted/tasks?state=claimed").then().body("items.id", contains(claimed));
        as("targeted-worker").get(TEAMS + "targeted/tasks?state=lost").then().statusCode(400);
        as("targeted-worker").get(TEAMS + "targeted/tasks?cursor=bm9uZQ").then().statusCode(400);
        as("targeted-worker").get(TEAMS + "targeted/tasks?limit=201").then().statusCode(400);
    }

    @Test
    void aQueueIsForItsTeamAndForManagers() {
        as("debt-adviser").get(TEAMS + "debt/tasks").then().statusCode(200);
        as("team-manager").get(TEAMS + "volunteering/tasks").then().statusCode(200);
        as("debt-adviser")
                .get(TEAMS + "housing/tasks")
                .then()
                .statusCode(403)
                .body("type", containsString("not-in-team"));
    }

    @Test
    void theSameRequestUnderTheSameKeyRaisesOneTask() {
        String key = UUID.randomUUID().toString();

        List<String> ids = Stream.of(1, 2)
                .map(time -> as("front-door")
                        .header("Idempotency-Key", key)
                        .contentType(ContentType.JSON)
                        .body(body("universal", "normal", today))
                        .post(TASKS)
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id"))
                .toList();

        assertThat(ids.getFirst()).isEqualTo(ids.getLast());
        assertThat(toldOf(household)).hasSize(1);
    }

    @Test
    void whatIsWrongWithATaskIsNamed() {
        as("front-door")
                .contentType(ContentType.JSON)
                .body("{\"kind\":\"Call her\",\"team\":\"universal\",\"priority\":\"high\",\"dueOn\":\"2026-12-04\"}")
                .post(TASKS)
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/householdId", "/kind"));
        newTask("front-door", "pirates", "high", today)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/team"));
        newTask("front-door", "universal", "high", today.minusDays(1))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/dueOn"));
        String task = raise("universal");
        complete("universal-worker", task, "{\"outcome\":\"lost\"}").statusCode(400);
        complete("universal-worker", task, "{}").statusCode(400).body("errors", hasSize(1));
        assertThat(toldOf(household)).hasSize(1);
    }

    @Test
    void aTaskBelongsToACaseFileOfItsHouseholdOnly() {
        as("front-door")
                .contentType(ContentType.JSON)
                .body("""
                        {"householdId":"%s","caseId":"%s","kind":"call-household","team":"universal","priority":"low","dueOn":"%s"}""".formatted(household, UUID.randomUUID(), today))
                .post(TASKS)
                .then()
                .statusCode(422)
                .body("type", containsString("/no-such-case"));
    }

    private String raise(String team) {
        return raise(team, "normal", today.plusDays(3));
    }

    private String raise(String team, String priority, LocalDate dueOn) {
        return newTask("front-door", team, priority, dueOn)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Response newTask(String role, String team, String priority, LocalDate dueOn) {
        return as(role).contentType(ContentType.JSON)
                .body(body(team, priority, dueOn))
                .post(TASKS);
    }

    private String body(String team, String priority, LocalDate dueOn) {
        return """
                {"householdId":"%s","kind":"call-household","team":"%s","priority":"%s","dueOn":"%s"}""".formatted(household, team, priority, dueOn);
    }

    private static ValidatableResponse complete(String role, String task, String outcome) {
        return as(role).contentType(ContentType.JSON)
                .body(outcome)
                .post(TASKS + "/" + task + "/complete")
                .then();
    }

    private static ValidatableResponse handOver(String role, String task, String team, String reason) {
        return as(role).contentType(ContentType.JSON)
                .body("{\"team\":\"%s\",\"reason\":\"%s\"}".formatted(team, reason))
                .post(TASKS + "/" + task + "/hand-over")
                .then();
    }
}
