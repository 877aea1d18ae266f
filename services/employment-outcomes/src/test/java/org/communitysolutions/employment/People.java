package org.communitysolutions.employment;

import static org.communitysolutions.testkit.Accounts.as;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/** People and their jobs as the tests of this service begin with them, over REST. */
public final class People {

    public static final String API = "/api/employment-outcomes/v1";

    private People() {}

    /** The id of what was created. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Created(UUID id) {}

    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/London"));
    }

    public static Response post(String path, String body) {
        return as("employment-adviser").contentType(ContentType.JSON).body(body).post(API + path);
    }

    public static UUID created(Response response) {
        return response.then().statusCode(201).extract().as(Created.class).id();
    }

    /** Enrols somebody who is unemployed. */
    public static UUID participant(UUID household, UUID person, int daysAgo) {
        return created(post("/participants", enrolment(household, person, daysAgo)));
    }

    public static String enrolment(UUID household, UUID person, int daysAgo) {
        return """
                {"householdId":"%s","personId":"%s","status":"unemployed","enrolledOn":"%s"}
                """.formatted(household, person, today().minusDays(daysAgo));
    }

    /** Starts a job of 22.5 hours a week. */
    public static UUID job(UUID participant, int daysAgo) {
        return created(post("/participants/" + participant + "/jobs", newJob("Invented Bakery", daysAgo)));
    }

    public static String newJob(String employer, int daysAgo) {
        LocalDate start = today().minusDays(daysAgo);
        return """
                {"kind":"employment","employer":"%s","startedOn":"%s","hours":22.5,"annualPayPence":1485000,
                 "evidence":{"kind":"payslip","seenOn":"%s"}}
                """.formatted(employer, start, start);
    }

    public static String claim(int weeks, int daysAgo) {
        return """
                {"weeks":%d,"reachedOn":"%s"}
                """.formatted(weeks, today().minusDays(daysAgo));
    }
}
