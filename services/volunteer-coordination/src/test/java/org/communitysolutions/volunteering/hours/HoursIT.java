package org.communitysolutions.volunteering.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.testkit.Accounts.as;
import static org.communitysolutions.volunteering.People.API;
import static org.communitysolutions.volunteering.People.befriender;
import static org.communitysolutions.volunteering.People.clear;
import static org.communitysolutions.volunteering.People.created;
import static org.communitysolutions.volunteering.People.match;
import static org.communitysolutions.volunteering.People.post;
import static org.communitysolutions.volunteering.People.today;
import static org.communitysolutions.volunteering.People.volunteer;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.EventContracts;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceIT
class HoursIT {

    private UUID volunteer;

    @BeforeEach
    void somebodyVolunteers() {
        volunteer = volunteer();
    }

    @Test
    void logsTimeAndTellsOfItAndSomebodyElseApprovesIt() {
        UUID hours = created(log(hours(90, 1)));

        refused(approve("volunteer-coordinator", hours, "\"0\""), 409, "own-hours");
        approve("team-manager", hours, null).then().statusCode(428);
        approve("team-manager", hours, "\"3\"").then().statusCode(412);
        approve("team-manager", hours, "\"0\"")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("state", equalTo("approved"))
                .body("approvedOn", equalTo(today().toString()));
        refused(approve("team-manager", hours, "\"1\""), 409, "already-approved");

        assertThat(Database.outboxOf(volunteer)).hasSize(2).last().satisfies(event -> {
            assertThat(event.type()).isEqualTo("volunteer-coordination.hours-logged.v1");
            assertThat(event.subject()).isNull();
            assertThat(EventContracts.violations(event.type(), event.data())).isEmpty();
        });
    }

    @Test
    void logsNoMoreMinutesThanADayHas() {
        created(log(hours(1000, 1)));

        refused(log(hours(441, 1)), 409, "more-than-a-day");
        created(log(hours(440, 1)));
        created(log(hours(1440, 2)));
        refused(log(hours(1, -1)), 422, "in-the-future");
        log(hours(1441, 3)).then().statusCode(400).body("errors.pointer", contains("/minutes"));
        log(hours(0, 3)).then().statusCode(400).body("errors.pointer", contains("/minutes"));
        post("/volunteers/" + UUID.randomUUID() + "/hours", hours(1, 1)).then().statusCode(404);
    }

    @Test
    void logsTimeInAMatchOfTheVolunteersThatWentOnOnThatDay() {
        String role = befriender();
        clear(volunteer, role);
        UUID match = created(post("/matches", match(volunteer, UUID.randomUUID(), role)));

        created(log(in(match, hours(60, 10))));
        refused(log(in(match, hours(60, 11))), 422, "not-in-this-match");
        refused(log(in(UUID.randomUUID(), hours(60, 1))), 422, "not-in-this-match");
        refused(post("/volunteers/" + volunteer() + "/hours", in(match, hours(60, 1))), 422, "not-in-this-match");

        assertThat(Database.outboxOf(volunteer).getLast().data()).contains(match.toString());
    }

    @Test
    void answersTheSameLogUnderTheSameKeyWithTheSameTime() {
        String key = UUID.randomUUID().toString();

        UUID first = created(logOnce(key));
        UUID second = created(logOnce(key));

        assertThat(second).isEqualTo(first);
        as("volunteer-coordinator")
                .get(API + "/volunteers/" + volunteer + "/hours")
                .then()
                .statusCode(200)
                .body("items.id", contains(first.toString()));
        assertThat(Database.query("select kind from access_audit where record_id = ?", volunteer))
                .hasSize(1);
    }

    private Response log(String hours) {
        return post("/volunteers/" + volunteer + "/hours", hours);
    }

    private Response logOnce(String key) {
        return as("volunteer-coordinator")
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(hours(30, 0))
                .post(API + "/volunteers/" + volunteer + "/hours");
    }

    private static Response approve(String role, UUID hours, String ifMatch) {
        RequestSpecification request = ifMatch == null ? as(role) : as(role).header("If-Match", ifMatch);
        return request.post(API + "/hours/" + hours + "/approve");
    }

    private static String hours(int minutes, int daysAgo) {
        return """
                {"activity":"befriending","on":"%s","minutes":%d}
                """.formatted(today().minusDays(daysAgo), minutes);
    }

    private static String in(UUID match, String hours) {
        return hours.replace("{", "{\"matchId\":\"" + match + "\",");
    }

    private static void refused(Response response, int status, String code) {
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", endsWith("/" + code));
    }
}
