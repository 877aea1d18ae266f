package org.communitysolutions.volunteering;

import static org.communitysolutions.testkit.Accounts.as;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Volunteers, roles and checks as the tests of this service begin with them, over REST. All names are invented. */
public final class People {

    public static final String API = "/api/volunteer-coordination/v1";

    private People() {}

    /** The id of what was created. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Created(UUID id) {}

    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/London"));
    }

    public static Response post(String path, String body) {
        return post("volunteer-coordinator", path, body);
    }

    public static Response post(String role, String path, String body) {
        return as(role).contentType(ContentType.JSON).body(body).post(API + path);
    }

    /** A change of a record as of the version given, or of none that is named. */
    public static Response change(String role, String path, String ifMatch, String body) {
        RequestSpecification request = ifMatch == null ? as(role) : as(role).header("If-Match", ifMatch);
        return request.contentType(ContentType.JSON).body(body).post(API + path);
    }

    public static UUID created(Response response) {
        return response.then().statusCode(201).extract().as(Created.class).id();
    }

    public static UUID volunteer() {
        return created(post("/volunteers", registration(details("Marlow Thistlewick", null))));
    }

    public static UUID volunteerOf(UUID household) {
        return created(post("/volunteers", registration(details("Marlow Thistlewick", household))));
    }

    public static String registration(String details) {
        return """
                {"details":%s,"registeredOn":"%s"}
                """.formatted(details, today());
    }

    public static String details(String name, UUID household) {
        return household == null ? """
                {"name":"%s","email":"marlow@people.example"}
                """.formatted(name) : """
                {"name":"%s","phone":"01632 960123","householdId":"%s"}
                """.formatted(name, household);
    }

    /** Defines a role of its own that is eligible for an enhanced check for work with adults, and requires it. */
    public static String befriender() {
        String code = "befriender-" + Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 36);
        created(post("team-manager", "/roles", role(code, "enhanced", "enhanced", "adult")));
        return code;
    }

    public static String role(String code, String eligibleFor, String required, String workforce) {
        return """
                {"code":"%s","eligibleFor":"%s","required":"%s","workforce":"%s"}
                """.formatted(code, eligibleFor, required, workforce);
    }

    public static String check(String role, String level) {
        return """
                {"role":"%s","level":"%s","askedOn":"%s"}
                """.formatted(role, level, today().minusDays(30));
    }

    public static String issue(int daysAgo) {
        return """
                {"issuedOn":"%s"}
                """.formatted(today().minusDays(daysAgo));
    }

    /** Clears the volunteer for the role with an enhanced check of twenty days ago. */
    public static void clear(UUID volunteer, String role) {
        UUID check = created(post("/volunteers/" + volunteer + "/checks", check(role, "enhanced")));
        change("volunteer-coordinator", "/checks/" + check + "/cleared", "\"0\"", issue(20))
                .then()
                .statusCode(200);
    }

    public static String match(UUID volunteer, UUID household, String role) {
        return """
                {"volunteerId":"%s","householdId":"%s","role":"%s","since":"%s"}
                """.formatted(volunteer, household, role, today().minusDays(10));
    }
}
