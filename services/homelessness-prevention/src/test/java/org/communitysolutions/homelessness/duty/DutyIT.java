package org.communitysolutions.homelessness.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.homelessness.Cases.API;
import static org.communitysolutions.homelessness.Cases.application;
import static org.communitysolutions.homelessness.Cases.created;
import static org.communitysolutions.homelessness.Cases.ending;
import static org.communitysolutions.homelessness.Cases.notice;
import static org.communitysolutions.homelessness.Cases.post;
import static org.communitysolutions.homelessness.Cases.prevention;
import static org.communitysolutions.homelessness.Cases.relief;
import static org.communitysolutions.homelessness.Cases.today;
import static org.communitysolutions.testkit.Accounts.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.communitysolutions.testkit.Accounts;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.EventContracts;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

@ServiceIT
class DutyIT {

    private final UUID household = UUID.randomUUID();

    @Test
    void followsAHouseholdFromPreventionToRelief() {
        UUID application = application(household, "end-of-private-tenancy", 70);
        LocalDate accepted = today().minusDays(70);
        UUID prevention = accept(application, prevention(accepted));
        end(prevention, "\"0\"", ending("became-homeless", today().minusDays(60)))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("state", equalTo("ended"))
                .body("reason", equalTo("became-homeless"))
                .body("noticeGivenOn", equalTo(today().minusDays(60).toString()));

        UUID relief = accept(application, relief(today().minusDays(60)));

        as("housing-officer")
                .get(API + "/applications/" + application + "/duties")
                .then()
                .statusCode(200)
                .body("items.id", contains(prevention.toString(), relief.toString()))
                .body("items.state", contains("ended", "owed"))
                .body(
                        "items.deadline",
                        contains(
                                accepted.plusDays(56).toString(),
                                today().minusDays(4).toString()));
        List<Database.OutboxEvent> events = Database.outboxOf(household);
        assertThat(events)
                .extracting(Database.OutboxEvent::type)
                .containsExactly(
                        "homelessness-prevention.homelessness-approach-made.v1",
                        "homelessness-prevention.duty-accepted.v1",
                        "homelessness-prevention.duty-ended.v1",
                        "homelessness-prevention.duty-accepted.v1");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.topic()).isEqualTo("homelessness-prevention.events");
            assertThat(EventContracts.violations(event.type(), event.data())).isEmpty();
        });
    }

    @Test
    void acceptsPreventionOnAValidNoticeThatExpiresWithinFiftySixDays() {
        UUID application = application(household, "end-of-private-tenancy", 0);
        UUID near = created(post("housing-officer", "/notices", notice(household, today(), today().plusDays(56))));
        UUID far = created(post("housing-officer", "/notices", notice(household, today(), today().plusDays(57))));
        UUID others =
                created(post("housing-officer", "/notices", notice(UUID.randomUUID(), today(), today().plusDays(10))));

        refused(application, onNotice(far), 422, "not-threatened");
        refused(application, onNotice(others), 422, "no-such-notice");
        post("housing-officer", "/applications/" + application + "/duties", onNotice(near))
                .then()
                .statusCode(201)
                .body("noticeId", equalTo(near.toString()))
                .body("deadline", equalTo(today().plusDays(56).toString()))
                .body("deadlineSource", equalTo("Housing Act 1996, s195(8)(b)"));
    }

    @Test
    void saysWhyADutyIsNotAcceptedAndLeavesNothingBehind() {
        UUID application = application(household, "repossession", 5);
        accept(application, prevention(today().minusDays(5)));

        refused(application, prevention(today()), 409, "already-accepted");
        refused(application, relief(today()), 409, "prevention-still-owed");
        refused(application, relief(today().minusDays(6)), 422, "before-approach");
        refused(application, relief(today().plusDays(1)), 422, "in-the-future");
        refused(UUID.randomUUID(), relief(today()), 404, "not-found");

        assertThat(Database.outboxOf(household)).hasSize(2);
    }

    @Test
    void saysWhyADutyIsNotEndedAndGoesOnOwingIt() {
        UUID application = application(household, "repossession", 55);
        UUID duty = accept(application, prevention(today().minusDays(55)));

        end(duty, null, ending("withdrew", today())).then().statusCode(428);
        end(duty, "\"7\"", ending("withdrew", today())).then().statusCode(412);
        refusedEnding(duty, ending("period-ended", today()), 422, "period-still-running");
        refusedEnding(duty, ending("local-connection-referral", today()), 422, "reason-not-for-this-duty");
        refusedEnding(duty, ending("withdrew", today().minusDays(56)), 422, "before-acceptance");
        refusedEnding(duty, ending("withdrew", today().plusDays(1)), 422, "in-the-future");

        as("housing-officer")
                .get(API + "/duties/" + duty)
                .then()
                .header("ETag", "\"0\"")
                .body("state", equalTo("owed"));
    }

    @Test
    void endsADutyOnceOnly() {
        UUID duty = accept(application(household, "repossession", 0), relief(today()));
        end(duty, "\"0\"", ending("contact-lost", today())).then().statusCode(200);

        end(duty, "\"0\"", ending("contact-lost", today())).then().statusCode(412);
        refusedEnding(duty, "\"1\"", ending("contact-lost", today()), 409, "already-ended");
    }

    @Test
    void letsOneOfTwoOfficersAcceptTheSameDutyAtOnce() {
        UUID application = application(household, "repossession", 0);
        List<String> roles = List.of("housing-officer", "team-manager");
        roles.forEach(Accounts::token);

        List<Integer> answers = roles.stream()
                .map(role -> CompletableFuture.supplyAsync(
                        () -> post(role, "/applications/" + application + "/duties", relief(today()))
                                .statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void answersTheSameAcceptanceUnderTheSameKeyWithTheSameDuty() {
        UUID application = application(household, "repossession", 0);
        String key = UUID.randomUUID().toString();

        UUID first = created(acceptOnce(application, key));
        UUID second = created(acceptOnce(application, key));

        assertThat(second).isEqualTo(first);
        assertThat(Database.outboxOf(household)).hasSize(2);
    }

    @Test
    void keepsTheDutiesOfAHiddenApplicationHidden() {
        UUID application = application(household, "domestic-abuse", 0);
        String duties = "/applications/" + application + "/duties";

        post("housing-officer", duties, relief(today())).then().statusCode(404);
        UUID duty = created(post("domestic-abuse-specialist", duties, relief(today())));

        as("housing-officer").get(API + "/duties/" + duty).then().statusCode(404);
        as("housing-officer").get(API + duties).then().statusCode(404);
        end(duty, "\"0\"", ending("contact-lost", today())).then().statusCode(404);
        as("domestic-abuse-specialist").get(API + "/duties/" + duty).then().statusCode(200);
        as("domestic-abuse-specialist")
                .header("If-Match", "\"0\"")
                .contentType(ContentType.JSON)
                .body(ending("contact-lost", today()))
                .post(API + "/duties/" + duty + "/end")
                .then()
                .statusCode(200);
        assertThat(Database.outboxOf(household)).hasSize(3).allSatisfy(event -> {
            assertThat(event.topic()).isEqualTo("homelessness-prevention.events.restricted");
            assertThat(EventContracts.violations(event.type(), event.data())).isEmpty();
        });
    }

    private static UUID accept(UUID application, String duty) {
        return created(post("housing-officer", "/applications/" + application + "/duties", duty));
    }

    private static Response acceptOnce(UUID application, String key) {
        return as("housing-officer")
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(prevention(today()))
                .post(API + "/applications/" + application + "/duties");
    }

    private static Response end(UUID duty, String ifMatch, String ending) {
        return (ifMatch == null ? as("housing-officer") : as("housing-officer").header("If-Match", ifMatch))
                .contentType(ContentType.JSON)
                .body(ending)
                .post(API + "/duties/" + duty + "/end");
    }

    private static void refused(UUID application, String duty, int status, String code) {
        post("housing-officer", "/applications/" + application + "/duties", duty)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", endsWith("/" + code));
    }

    private static void refusedEnding(UUID duty, String ending, int status, String code) {
        refusedEnding(duty, "\"0\"", ending, status, code);
    }

    private static void refusedEnding(UUID duty, String ifMatch, String ending, int status, String code) {
        end(duty, ifMatch, ending).then().statusCode(status).body("type", endsWith("/" + code));
    }

    private static String onNotice(UUID notice) {
        return """
                {"duty":"prevention","acceptedOn":"%s","noticeId":"%s"}
                """.formatted(today(), notice);
    }
}
