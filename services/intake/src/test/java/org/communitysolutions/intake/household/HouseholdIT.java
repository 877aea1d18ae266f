package org.communitysolutions.intake.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.testkit.Accounts.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.communitysolutions.intake.Requests;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.EventContracts;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

@ServiceIT
class HouseholdIT {

    private static final String HOUSEHOLDS = "/api/intake/v1/households";

    private final String uprn = Requests.newHome();

    @Test
    void registersAHouseholdOnceAndTellsOfItOnce() {
        UUID id = register(uprn).then().statusCode(201).extract().as(Id.class).id();

        register(uprn).then().statusCode(200).body("id", equalTo(id.toString()));

        List<Database.OutboxEvent> events = Database.outboxOf(id);
        assertThat(events).hasSize(1);
        assertThat(events.getFirst().topic()).isEqualTo("intake.events");
        assertThat(events.getFirst().type()).isEqualTo("intake.household-registered.v1");
        assertThat(events.getFirst().subject()).isEqualTo(id.toString());
        assertThat(EventContracts.violations(
                        events.getFirst().type(), events.getFirst().data()))
                .isEmpty();
    }

    @Test
    void answersTheSameRequestUnderTheSameKeyWithTheSameHousehold() {
        String key = UUID.randomUUID().toString();

        String first = as("front-door")
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(household(uprn))
                .post(HOUSEHOLDS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as("front-door")
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(household(uprn))
                .post(HOUSEHOLDS)
                .then()
                .statusCode(201)
                .body("id", equalTo(first));
        as("front-door")
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(household("1"))
                .post(HOUSEHOLDS)
                .then()
                .statusCode(422);
    }

    @Test
    void keepsWhoReadAHouseholdAndWhy() {
        UUID id = register(uprn).as(Id.class).id();

        as("universal-worker")
                .header("Purpose", "safeguarding")
                .get(HOUSEHOLDS + "/" + id)
                .then()
                .statusCode(200);

        assertThat(Database.query("select purpose from access_audit where record_id = ?", id))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("purpose", "safeguarding"));
    }

    @Test
    void refusesAChangeThatWasBasedOnAnOlderVersion() {
        UUID id = register(uprn).as(Id.class).id();
        String details = HOUSEHOLDS + "/" + id + "/details";

        as("front-door")
                .contentType(ContentType.JSON)
                .body("{\"children\":3}")
                .put(details)
                .then()
                .statusCode(428);
        as("front-door")
                .header("If-Match", "\"0\"")
                .contentType(ContentType.JSON)
                .body("{\"children\":3}")
                .put(details)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("children", equalTo(3));
        as("front-door")
                .header("If-Match", "\"0\"")
                .contentType(ContentType.JSON)
                .body("{\"children\":4}")
                .put(details)
                .then()
                .statusCode(412)
                .contentType("application/problem+json");

        assertThat(Database.outboxOf(id))
                .extracting(Database.OutboxEvent::type)
                .containsExactly("intake.household-registered.v1", "intake.household-details-changed.v1");
    }

    @Test
    void namesEachFieldThatIsWrong() {
        as("front-door")
                .contentType(ContentType.JSON)
                .body("{\"uprn\":\"12a\",\"on\":\"2026-04-01\",\"details\":{\"children\":99}}")
                .post(HOUSEHOLDS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains("/details/children", "/uprn"));
        as("front-door")
                .contentType(ContentType.JSON)
                .body("{\"uprn\":\"12\",\"on\":\"2026-02-30\",\"details\":{}}")
                .post(HOUSEHOLDS)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/on"));
        as("front-door")
                .contentType(ContentType.JSON)
                .body("{\"uprn\":\"12\",\"on\":\"2026-02-03\",\"details\":{\"tenure\":\"castle\"}}")
                .post(HOUSEHOLDS)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/details/tenure"));
        as("front-door")
                .contentType(ContentType.JSON)
                .body("{\"uprn\":\"12\",\"on\":\"2026-02-03\",\"details\":{},\"colour\":1}")
                .post(HOUSEHOLDS)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/colour"));
        as("front-door")
                .contentType(ContentType.JSON)
                .body("{\"uprn\":")
                .post(HOUSEHOLDS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        as("front-door")
                .contentType("text/plain")
                .body("x")
                .post(HOUSEHOLDS)
                .then()
                .statusCode(415);
    }

    @Test
    void isClosedToThoseWithoutATokenOrTheRole() {
        RestAssured.given()
                .get(HOUSEHOLDS + "/" + UUID.randomUUID())
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        as("volunteer-coordinator")
                .contentType(ContentType.JSON)
                .body(household(uprn))
                .post(HOUSEHOLDS)
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        as("front-door").get(HOUSEHOLDS + "/" + UUID.randomUUID()).then().statusCode(404);
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Id(UUID id) {}

    private static Response register(String uprn) {
        return as("front-door")
                .contentType(ContentType.JSON)
                .body(household(uprn))
                .post(HOUSEHOLDS);
    }

    private static String household(String uprn) {
        return """
                {"uprn":"%s","on":"2026-04-01","details":{"ward":"NB-03","tenure":"private-rent","adults":2,"children":1}}
                """.formatted(uprn);
    }
}
