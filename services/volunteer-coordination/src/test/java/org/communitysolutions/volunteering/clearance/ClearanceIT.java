package org.communitysolutions.volunteering.clearance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.testkit.Accounts.as;
import static org.communitysolutions.volunteering.People.API;
import static org.communitysolutions.volunteering.People.befriender;
import static org.communitysolutions.volunteering.People.change;
import static org.communitysolutions.volunteering.People.check;
import static org.communitysolutions.volunteering.People.created;
import static org.communitysolutions.volunteering.People.issue;
import static org.communitysolutions.volunteering.People.post;
import static org.communitysolutions.volunteering.People.role;
import static org.communitysolutions.volunteering.People.today;
import static org.communitysolutions.volunteering.People.volunteer;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.EventContracts;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

@ServiceIT
class ClearanceIT {

    private static final String COORDINATOR = "volunteer-coordinator";

    @Test
    void clearsAVolunteerAfterACheckThatCameBackInOrderAndTellsOfItsLevel() {
        UUID volunteer = volunteer();
        UUID check = created(post("/volunteers/" + volunteer + "/checks", check(befriender(), "enhanced")));

        change(COORDINATOR, "/checks/" + check + "/cleared", "\"0\"", issue(2))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("state", equalTo("cleared"))
                .body("workforce", equalTo("adult"))
                .body("issuedOn", equalTo(today().minusDays(2).toString()));

        List<Database.OutboxEvent> events = Database.outboxOf(volunteer);
        assertThat(events)
                .extracting(Database.OutboxEvent::type)
                .containsExactly(
                        "volunteer-coordination.volunteer-registered.v1",
                        "volunteer-coordination.volunteer-cleared.v1");
        assertThat(events.getLast().data()).contains("\"level\":\"enhanced\"");
        assertThat(EventContracts.violations(
                        events.getLast().type(), events.getLast().data()))
                .isEmpty();
    }

    @Test
    void refusesToAskForMoreThanTheRoleIsEligibleFor() {
        UUID volunteer = volunteer();
        String role = befriender();
        String checks = "/volunteers/" + volunteer + "/checks";

        refused(post(checks, check(role, "enhanced-adult-barred-list")), 422, "more-than-eligible");
        refused(
                post(checks, check(role, "enhanced").replace("{", "{\"workforce\":\"child\",")),
                422,
                "more-than-eligible");
        refused(post(checks, check("no-such-role", "basic")), 422, "no-such-role");
        post("/volunteers/" + UUID.randomUUID() + "/checks", check(role, "basic"))
                .then()
                .statusCode(404);

        assertThat(Database.query("select * from volunteer_check where volunteer_id = ?", volunteer))
                .isEmpty();
    }

    @Test
    void tellsNobodyThatAVolunteerWasNotCleared() {
        UUID volunteer = volunteer();
        UUID check = created(post("/volunteers/" + volunteer + "/checks", check(befriender(), "enhanced")));

        change(COORDINATOR, "/checks/" + check + "/not-cleared", "\"0\"", "{\"on\":\"" + today() + "\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("not-cleared"));

        assertThat(Database.outboxOf(volunteer)).hasSize(1);
    }

    @Test
    void decidesACheckOnceAndOnlyInTheVersionThatWasRead() {
        UUID check = created(post("/volunteers/" + volunteer() + "/checks", check(befriender(), "basic")));
        String cleared = "/checks/" + check + "/cleared";

        change(COORDINATOR, cleared, null, issue(2)).then().statusCode(428);
        change(COORDINATOR, cleared, "\"4\"", issue(2)).then().statusCode(412);
        refused(change(COORDINATOR, cleared, "\"0\"", issue(31)), 422, "before-asked");
        refused(change(COORDINATOR, cleared, "\"0\"", issue(-1)), 422, "in-the-future");
        change(COORDINATOR, cleared, "\"0\"", issue(2)).then().statusCode(200);
        refused(change(COORDINATOR, cleared, "\"1\"", issue(2)), 409, "already-decided");
        refused(
                change(COORDINATOR, "/checks/" + check + "/not-cleared", "\"1\"", "{\"on\":\"" + today() + "\"}"),
                409,
                "already-decided");
    }

    @Test
    void definesEachRoleOnceAndWithinWhatItMayAskFor() {
        String code = befriender();

        refused(post("team-manager", "/roles", role(code, "enhanced", "basic", "adult")), 409, "role-already-defined");
        refused(
                post("team-manager", "/roles", role(code + "-x", "standard", "enhanced", "adult")),
                422,
                "requires-more-than-eligible");
        refused(
                post("team-manager", "/roles", role(code + "-x", "basic", "basic", "adult")),
                422,
                "workforce-and-level-disagree");
        post("team-manager", "/roles", role("Not A Code", "basic", "basic", "adult"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/code"));
    }

    @Test
    void listsAVolunteersChecksAndKeepsThatTheyWereRead() {
        UUID volunteer = volunteer();
        UUID check = created(post("/volunteers/" + volunteer + "/checks", check(befriender(), "basic")));

        as(COORDINATOR)
                .get(API + "/volunteers/" + volunteer + "/checks")
                .then()
                .statusCode(200)
                .body("items.id", contains(check.toString()));
        as(COORDINATOR)
                .get(API + "/volunteers/" + UUID.randomUUID() + "/checks")
                .then()
                .statusCode(404);

        assertThat(Database.query("select kind from access_audit where record_id = ?", volunteer))
                .hasSize(1);
    }

    private static void refused(Response response, int status, String code) {
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", endsWith("/" + code));
    }
}
