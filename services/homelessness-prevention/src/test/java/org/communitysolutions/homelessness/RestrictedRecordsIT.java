package org.communitysolutions.homelessness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.homelessness.Cases.API;
import static org.communitysolutions.homelessness.Cases.application;
import static org.communitysolutions.homelessness.Cases.created;
import static org.communitysolutions.homelessness.Cases.ending;
import static org.communitysolutions.homelessness.Cases.notice;
import static org.communitysolutions.homelessness.Cases.post;
import static org.communitysolutions.homelessness.Cases.relief;
import static org.communitysolutions.homelessness.Cases.today;
import static org.communitysolutions.testkit.Accounts.as;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

/** Each endpoint about one record, for each role that may call it, with a record of each class. */
@ServiceIT
class RestrictedRecordsIT {

    private final UUID household = UUID.randomUUID();

    /** A request about one record; those that would change it name a version that it does not have. */
    private record Endpoint(String method, String path, String body) {

        int statusFor(String role) {
            RequestSpecification request = as(role).header("If-Match", "\"9\"");
            return body == null
                    ? request.request(method, API + path).statusCode()
                    : request.contentType(ContentType.JSON)
                            .body(body)
                            .request(method, API + path)
                            .statusCode();
        }
    }

    @Test
    void existForSpecialistsOnly() {
        for (Endpoint endpoint : aboutRecordsOf("domestic-abuse")) {
            assertThat(endpoint.statusFor("housing-officer"))
                    .as(endpoint.path())
                    .isEqualTo(404);
            assertThat(endpoint.statusFor("team-manager")).as(endpoint.path()).isEqualTo(404);
            assertThat(endpoint.statusFor("domestic-abuse-specialist"))
                    .as(endpoint.path())
                    .isNotEqualTo(404);
        }
    }

    @Test
    void areOfNoOtherCause() {
        for (Endpoint endpoint : aboutRecordsOf("other-violence")) {
            for (String role : List.of("housing-officer", "team-manager", "domestic-abuse-specialist")) {
                assertThat(endpoint.statusFor(role)).as(endpoint.path()).isNotEqualTo(404);
            }
        }
    }

    @Test
    void areHiddenByTheDatabaseFromTheOwnerAndTheApplicationUntilTheyKnowWhoAsks() {
        aboutRecordsOf("domestic-abuse");

        for (String table : List.of("homelessness_application", "notice", "duty")) {
            String rows = "select * from " + table + " where household_id = ?";
            assertThat(Database.query(rows, household)).as(table).isEmpty();
            assertThat(Database.queryAsApplication(rows, household)).as(table).isEmpty();
        }
    }

    private List<Endpoint> aboutRecordsOf(String cause) {
        UUID application = application(household, cause, 0);
        UUID notice = created(post(
                "domestic-abuse-specialist",
                "/notices",
                notice(household, today(), today().plusDays(9))
                        .replace("{", "{\"applicationId\":\"%s\",".formatted(application))));
        UUID duty =
                created(post("domestic-abuse-specialist", "/applications/" + application + "/duties", relief(today())));
        return List.of(
                new Endpoint("GET", "/applications/" + application, null),
                new Endpoint("GET", "/notices/" + notice, null),
                new Endpoint("POST", "/applications/" + application + "/duties", relief(today())),
                new Endpoint("GET", "/applications/" + application + "/duties", null),
                new Endpoint("GET", "/duties/" + duty, null),
                new Endpoint("POST", "/duties/" + duty + "/end", ending("contact-lost", today())));
    }
}
