package org.communitysolutions.employment.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.employment.People.API;
import static org.communitysolutions.employment.People.claim;
import static org.communitysolutions.employment.People.created;
import static org.communitysolutions.employment.People.job;
import static org.communitysolutions.employment.People.newJob;
import static org.communitysolutions.employment.People.participant;
import static org.communitysolutions.employment.People.post;
import static org.communitysolutions.employment.People.today;
import static org.communitysolutions.testkit.Accounts.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.communitysolutions.testkit.Accounts;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.EventContracts;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

@ServiceIT
class JobIT {

    private final UUID household = UUID.randomUUID();
    private final UUID person = UUID.randomUUID();

    @Test
    void followsAParticipantFromEnrolmentToThirteenWeeksAndALoss() {
        UUID participant = participant(household, person, 200);
        UUID job = job(participant, 120);
        created(post("/jobs/" + job + "/sustained", claim(13, 20)));

        lose(job, "\"0\"", 5)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("state", equalTo("lost"))
                .body("lostOn", equalTo(today().minusDays(5).toString()))
                .body("sustained.weeks", contains(13));

        as("employment-adviser")
                .get(API + "/participants/" + participant + "/jobs")
                .then()
                .statusCode(200)
                .body("items.id", contains(job.toString()))
                .body("items[0].hours", equalTo(22.5f))
                .body("items[0].evidence.kind", equalTo("payslip"));
        List<Database.OutboxEvent> events = Database.outboxOf(household);
        assertThat(events)
                .extracting(Database.OutboxEvent::type)
                .containsExactly(
                        "employment-outcomes.participant-enrolled.v1",
                        "employment-outcomes.job-started.v1",
                        "employment-outcomes.job-sustained.v1",
                        "employment-outcomes.job-lost.v1");
        assertThat(events).allSatisfy(event -> assertThat(EventContracts.violations(event.type(), event.data()))
                .isEmpty());
    }

    @Test
    void refusesWeeksThatHaveNotPassedAndThoseClaimedBefore() {
        UUID job = job(participant(household, person, 200), 100);

        refused(post("/jobs/" + job + "/sustained", claim(13, 10)), 422, "weeks-not-reached");
        refused(post("/jobs/" + job + "/sustained", claim(26, 0)), 422, "weeks-not-reached");
        created(post("/jobs/" + job + "/sustained", claim(13, 9)));
        refused(post("/jobs/" + job + "/sustained", claim(13, 0)), 409, "already-claimed");
        post("/jobs/" + job + "/sustained", claim(12, 0))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/weeks"));
        post("/jobs/" + UUID.randomUUID() + "/sustained", claim(13, 0)).then().statusCode(404);
    }

    @Test
    void countsWorkBeforeAGapOfTwoWeeksAsTheSettingsAllow() {
        UUID participant = participant(household, person, 200);
        UUID first = job(participant, 120);
        lose(first, "\"0\"", 60).then().statusCode(200);
        UUID second = created(post("/participants/" + participant + "/jobs", newJob("Invented Mill", 46)));

        refused(post("/jobs/" + second + "/sustained", claim(13, 16)), 422, "weeks-not-reached");
        created(post("/jobs/" + second + "/sustained", claim(13, 15)));
    }

    @Test
    void saysWhyAJobDoesNotCount() {
        UUID participant = participant(household, person, 10);
        String jobs = "/participants/" + participant + "/jobs";

        refused(post(jobs, newJob("Invented Bakery", 11)), 422, "before-enrolment");
        refused(post(jobs, newJob("Invented Bakery", -1)), 422, "in-the-future");
        refused(
                post(jobs, newJob("Invented Bakery", 0).replace("\"employment\"", "\"self-employment\"")),
                422,
                "earnings-not-proven");
        created(post(jobs, newJob("Invented Bakery", 0)));
        refused(post(jobs, newJob(" invented bakery ", 0)), 409, "already-started");
        post(jobs, newJob("x", 0).replace("22.5", "169").replace("\"employment\"", "\"volunteering\""))
                .then()
                .statusCode(400);
        post(jobs, newJob("x", 0).replace("22.5", "169"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/hours"));
        post("/participants/" + UUID.randomUUID() + "/jobs", newJob("x", 0))
                .then()
                .statusCode(404);
    }

    @Test
    void losesAJobOnceAndOnlyInTheVersionThatWasRead() {
        UUID job = job(participant(household, person, 50), 40);

        lose(job, null, 5).then().statusCode(428);
        lose(job, "\"3\"", 5).then().statusCode(412);
        refused(lose(job, "\"0\"", 40), 422, "before-start");
        lose(job, "\"0\"", 5).then().statusCode(200);
        lose(job, "\"0\"", 5).then().statusCode(412);
        refused(lose(job, "\"1\"", 5), 409, "already-lost");
        lose(UUID.randomUUID(), "\"0\"", 5).then().statusCode(404);
    }

    @Test
    void losesNoJobOnADayThatBeliesTheWeeksClaimed() {
        UUID job = job(participant(household, person, 200), 100);
        created(post("/jobs/" + job + "/sustained", claim(13, 0)));

        refused(lose(job, "\"0\"", 50), 409, "weeks-claimed-beyond");

        assertThat(Database.outboxOf(household)).hasSize(3);
    }

    @Test
    void letsOneOfTwoAdvisersClaimTheSameWeeksAtOnce() {
        UUID job = job(participant(household, person, 200), 100);
        List<String> roles = List.of("employment-adviser", "team-manager");
        roles.forEach(Accounts::token);

        List<CompletableFuture<Integer>> claims = roles.stream()
                .map(role -> CompletableFuture.supplyAsync(() -> as(role).contentType(ContentType.JSON)
                        .body(claim(13, 0))
                        .post(API + "/jobs/" + job + "/sustained")
                        .statusCode()))
                .toList();

        assertThat(claims.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void answersTheSameStartAndTheSameClaimUnderTheSameKeyWithTheSameResult() {
        UUID participant = participant(household, person, 200);
        String jobs = "/participants/" + participant + "/jobs";

        List<UUID> started = twice(jobs, newJob("Invented Bakery", 100));
        List<UUID> claimed = twice("/jobs/" + started.getFirst() + "/sustained", claim(13, 0));

        assertThat(started.getFirst()).isEqualTo(started.getLast());
        assertThat(claimed.getFirst()).isEqualTo(claimed.getLast());
        assertThat(Database.outboxOf(household)).hasSize(3);
    }

    @Test
    void writesHoursAsPeopleDo() {
        UUID participant = participant(household, person, 1);
        UUID job = created(post(
                "/participants/" + participant + "/jobs",
                newJob("Invented Bakery", 0).replace("22.5", "20")));

        String shown = as("employment-adviser").get(API + "/jobs/" + job).asString();

        assertThat(shown).contains("\"hours\":20,");
    }

    @Test
    void keepsWhoseJobWasRead() {
        UUID job = job(participant(household, person, 1), 0);

        as("employment-adviser").get(API + "/jobs/" + job).then().statusCode(200);
        as("employment-adviser").get(API + "/jobs/" + UUID.randomUUID()).then().statusCode(404);

        assertThat(Database.query("select kind from access_audit where record_id = ?", person))
                .hasSize(1);
    }

    private static List<UUID> twice(String path, String body) {
        String key = UUID.randomUUID().toString();
        return Stream.of(1, 2)
                .map(time -> created(as("employment-adviser")
                        .header("Idempotency-Key", key)
                        .contentType(ContentType.JSON)
                        .body(body)
                        .post(API + path)))
                .toList();
    }

    private static Response lose(UUID job, String ifMatch, int daysAgo) {
        return (ifMatch == null
                        ? as("employment-adviser")
                        : as("employment-adviser").header("If-Match", ifMatch))
                .contentType(ContentType.JSON)
                .body("{\"on\":\"" + today().minusDays(daysAgo) + "\"}")
                .post(API + "/jobs/" + job + "/lost");
    }

    private static void refused(Response response, int status, String code) {
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", endsWith("/" + code));
    }
}
