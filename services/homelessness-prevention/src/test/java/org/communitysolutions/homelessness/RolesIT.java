package org.communitysolutions.homelessness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.homelessness.Cases.API;
import static org.communitysolutions.homelessness.Cases.application;
import static org.communitysolutions.homelessness.Cases.approach;
import static org.communitysolutions.homelessness.Cases.created;
import static org.communitysolutions.homelessness.Cases.ending;
import static org.communitysolutions.homelessness.Cases.notice;
import static org.communitysolutions.homelessness.Cases.post;
import static org.communitysolutions.homelessness.Cases.relief;
import static org.communitysolutions.homelessness.Cases.today;
import static org.communitysolutions.testkit.Accounts.as;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

/** Each endpoint, each role, standard and restricted records. */
@ServiceIT
class RolesIT {

    private static final Set<String> ALLOWED = Set.of("housing-officer", "domestic-abuse-specialist", "team-manager");
    private static final List<String> ROLES = List.of(
            "front-door",
            "universal-worker",
            "targeted-worker",
            "domestic-abuse-specialist",
            "debt-adviser",
            "housing-officer",
            "employment-adviser",
            "volunteer-coordinator",
            "team-manager",
            "insight-analyst",
            "information-governance",
            "platform-operator");

    private final UUID household = UUID.randomUUID();

    /** A request and the answers that it gets of those who may ask: about a standard record, about a restricted one. */
    private record Endpoint(String method, String path, String body) {

        int statusFor(RequestSpecification caller) {
            RequestSpecification request = caller.header("If-Match", "\"9\"");
            return body == null
                    ? request.request(method, API + path).statusCode()
                    : request.contentType(ContentType.JSON)
                            .body(body)
                            .request(method, API + path)
                            .statusCode();
        }
    }

    @Test
    void opensEachEndpointToItsRolesAndNoOther() {
        UUID application = application(household, "repossession", 0);
        UUID notice = created(post("housing-officer", "/notices", notice(household, today(), today().plusDays(9))));
        UUID duty = created(post("housing-officer", "/applications/" + application + "/duties", relief(today())));
        List<String> wrong = new ArrayList<>();

        for (Endpoint endpoint : endpoints(household, application, notice, duty)) {
            for (String role : ROLES) {
                int status = endpoint.statusFor(as(role));
                if (ALLOWED.contains(role) == (status == 403)) {
                    wrong.add("%s got %d of %s %s".formatted(role, status, endpoint.method(), endpoint.path()));
                }
            }
            if (endpoint.statusFor(RestAssured.given()) != 401) {
                wrong.add("%s %s answers without a token".formatted(endpoint.method(), endpoint.path()));
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void showsWhatIsRestrictedToSpecialistsOnly() {
        UUID application = application(household, "domestic-abuse", 0);
        UUID notice = created(post(
                "domestic-abuse-specialist",
                "/notices",
                notice(household, today(), today().plusDays(9))
                        .replace("{", "{\"applicationId\":\"%s\",".formatted(application))));
        UUID duty =
                created(post("domestic-abuse-specialist", "/applications/" + application + "/duties", relief(today())));
        List<String> wrong = new ArrayList<>();

        for (Endpoint endpoint : aboutOneRecord(application, notice, duty)) {
            for (String role : ALLOWED) {
                boolean hidden = endpoint.statusFor(as(role)) == 404;
                if (hidden == role.equals("domestic-abuse-specialist")) {
                    wrong.add("%s: %s %s".formatted(role, endpoint.method(), endpoint.path()));
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static List<Endpoint> endpoints(UUID household, UUID application, UUID notice, UUID duty) {
        List<Endpoint> all = new ArrayList<>(aboutOneRecord(application, notice, duty));
        all.add(new Endpoint("POST", "/applications", approach(household, "other", 0)));
        all.add(new Endpoint("GET", "/households/" + household + "/applications", null));
        all.add(new Endpoint("POST", "/notices", notice(household, today(), today())));
        all.add(new Endpoint("GET", "/households/" + household + "/notices", null));
        return all;
    }

    private static List<Endpoint> aboutOneRecord(UUID application, UUID notice, UUID duty) {
        return List.of(
                new Endpoint("GET", "/applications/" + application, null),
                new Endpoint("GET", "/notices/" + notice, null),
                new Endpoint("POST", "/applications/" + application + "/duties", relief(today())),
                new Endpoint("GET", "/applications/" + application + "/duties", null),
                new Endpoint("GET", "/duties/" + duty, null),
                new Endpoint("POST", "/duties/" + duty + "/end", ending("contact-lost", today())));
    }
}
