package org.communitysolutions.volunteering.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.testkit.Accounts.as;
import static org.communitysolutions.volunteering.People.API;
import static org.communitysolutions.volunteering.People.befriender;
import static org.communitysolutions.volunteering.People.change;
import static org.communitysolutions.volunteering.People.check;
import static org.communitysolutions.volunteering.People.clear;
import static org.communitysolutions.volunteering.People.created;
import static org.communitysolutions.volunteering.People.issue;
import static org.communitysolutions.volunteering.People.match;
import static org.communitysolutions.volunteering.People.post;
import static org.communitysolutions.volunteering.People.today;
import static org.communitysolutions.volunteering.People.volunteer;
import static org.communitysolutions.volunteering.People.volunteerOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.communitysolutions.testkit.Accounts;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.EventContracts;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceIT
class MatchIT {

    private final UUID household = UUID.randomUUID();
    private String role;

    @BeforeEach
    void aManagerDefinesARole() {
        role = befriender();
    }

    @Test
    void matchesAClearedVolunteerWithAHouseholdUntilTheyPart() {
        UUID volunteer = volunteer();
        clear(volunteer, role);
        UUID match = created(post("/matches", match(volunteer, household, role)));

        end(match, "\"0\"", 0)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("state", equalTo("ended"))
                .body("reason", equalTo("goal-reached"));

        as("volunteer-coordinator")
                .get(API + "/households/" + household + "/matches")
                .then()
                .statusCode(200)
                .body("items.id", contains(match.toString()));
        List<Database.OutboxEvent> events = Database.outboxOf(household);
        assertThat(events)
                .extracting(Database.OutboxEvent::type)
                .containsExactly(
                        "volunteer-coordination.volunteer-matched.v1", "volunteer-coordination.match-ended.v1");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.subject()).isEqualTo(household.toString());
            assertThat(EventContracts.violations(event.type(), event.data())).isEmpty();
        });
    }

    @Test
    void matchesNobodyWithTheirOwnHousehold() {
        UUID volunteer = volunteerOf(household);
        clear(volunteer, role);

        refused(post("/matches", match(volunteer, household, role)), 422, "own-household");

        assertThat(Database.outboxOf(household)).isEmpty();
    }

    @Test
    void matchesNobodyWithoutACheckThatFitsTheRole() {
        UUID volunteer = volunteer();
        refused(post("/matches", match(volunteer, household, role)), 409, "not-cleared");
        UUID basic = created(post("/volunteers/" + volunteer + "/checks", check(role, "basic")));
        change("volunteer-coordinator", "/checks/" + basic + "/cleared", "\"0\"", issue(20))
                .then()
                .statusCode(200);

        refused(post("/matches", match(volunteer, household, role)), 409, "no-fitting-check");
        refused(post("/matches", match(volunteer, household, "no-such-role")), 422, "no-such-role");
        refused(post("/matches", match(UUID.randomUUID(), household, role)), 422, "no-such-volunteer");

        clear(volunteer, role);
        created(post("/matches", match(volunteer, household, role)));
        refused(post("/matches", match(volunteer, household, role)), 409, "already-matched");
    }

    @Test
    void endsAMatchOnceAndOnlyInTheVersionThatWasRead() {
        UUID volunteer = volunteer();
        clear(volunteer, role);
        UUID match = created(post("/matches", match(volunteer, household, role)));

        end(match, null, 0).then().statusCode(428);
        end(match, "\"4\"", 0).then().statusCode(412);
        refused(end(match, "\"0\"", 11), 422, "before-start");
        refused(end(match, "\"0\"", -1), 422, "in-the-future");
        end(match, "\"0\"", 0).then().statusCode(200);
        refused(end(match, "\"1\"", 0), 409, "already-ended");
        end(UUID.randomUUID(), "\"0\"", 0).then().statusCode(404);
    }

    @Test
    void letsOneOfTwoCoordinatorsMakeTheSameMatchAtOnce() {
        UUID volunteer = volunteer();
        clear(volunteer, role);
        List<String> roles = List.of("volunteer-coordinator", "team-manager");
        roles.forEach(Accounts::token);

        List<CompletableFuture<Integer>> made = roles.stream()
                .map(caller ->
                        CompletableFuture.supplyAsync(() -> post(caller, "/matches", match(volunteer, household, role))
                                .statusCode()))
                .toList();

        assertThat(made.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void keepsWhichHouseholdsHelpWasRead() {
        UUID volunteer = volunteer();
        clear(volunteer, role);
        UUID match = created(post("/matches", match(volunteer, household, role)));

        as("team-manager").get(API + "/matches/" + match).then().statusCode(200);

        assertThat(Database.query("select kind from access_audit where record_id = ?", household))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("kind", "household"));
    }

    private static Response end(UUID match, String ifMatch, int daysAgo) {
        return change("volunteer-coordinator", "/matches/" + match + "/end", ifMatch, """
                {"reason":"goal-reached","on":"%s"}
                """.formatted(
                        today().minusDays(daysAgo)));
    }

    private static void refused(Response response, int status, String code) {
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", endsWith("/" + code));
    }
}
