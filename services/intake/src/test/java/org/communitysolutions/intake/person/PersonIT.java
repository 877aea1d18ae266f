package org.communitysolutions.intake.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.intake.Requests.API;
import static org.communitysolutions.intake.Requests.get;
import static org.communitysolutions.intake.Requests.id;
import static org.communitysolutions.intake.Requests.newHome;
import static org.communitysolutions.intake.Requests.post;
import static org.communitysolutions.testkit.Accounts.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

@ServiceIT
class PersonIT {

    private final String reference = newHome();

    @Test
    void registersAPersonWhomEveryTeamFindsByWhatASystemCallsThem() {
        UUID id = id(post("front-door", "people", ash()).statusCode(201).header("ETag", "\"0\""));

        get("universal-worker", "people/" + id)
                .statusCode(200)
                .body("name", equalTo("Ash Invented"))
                .body("birthDate", equalTo("1990-02-03"))
                .body("identifiers.system", equalTo(List.of("housing-system")));
        post(
                        "universal-worker",
                        "people/search",
                        "{\"system\":\"housing-system\",\"value\":\"%s\"}".formatted(reference))
                .statusCode(200)
                .body("items[0].id", equalTo(id.toString()));
        post("universal-worker", "people/search", "{\"system\":\"housing-system\",\"value\":\"none\"}")
                .statusCode(200)
                .body("items", empty());

        assertThat(Database.query("select kind from access_audit where record_id = ?", id))
                .hasSize(2);
        assertThat(Database.outboxOf(id)).isEmpty();
    }

    @Test
    void refusesASecondPersonOfTheSameIdentifier() {
        post("front-door", "people", ash()).statusCode(201);

        post("front-door", "people", ash()).statusCode(409).body("type", containsString("identifier-in-use"));

        assertThat(Database.query("select * from person_identifier where value = ?", reference))
                .hasSize(1);
    }

    @Test
    void correctsAPersonOnTheVersionThatWasRead() {
        UUID id = id(post("front-door", "people", ash()).statusCode(201));

        correct(id, "\"0\"", "{\"name\":\"Ashley Invented\"}").statusCode(200).header("ETag", "\"1\"");
        correct(id, "\"0\"", "{\"name\":\"Ash\"}").statusCode(412);
        correct(UUID.randomUUID(), "\"0\"", "{\"name\":\"Ash\"}").statusCode(404);

        get("front-door", "people/" + id)
                .statusCode(200)
                .body("name", equalTo("Ashley Invented"))
                .body("identifiers", empty());
    }

    @Test
    void namesWhatIsWrongWithAnIdentifierOrAName() {
        post(
                        "front-door",
                        "people",
                        "{\"name\":\"Ash\",\"identifiers\":[{\"system\":\"nhs-number\",\"value\":\"9434765918\"}]}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/identifiers/0/value"));
        post(
                        "front-door",
                        "people",
                        "{\"name\":\"Ash\",\"identifiers\":[{\"system\":\"nino\",\"value\":\"BG123456A\"}]}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/identifiers/0/value"));
        post("front-door", "people", "{\"name\":\"a\\u0000b\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/name"));
        post("front-door", "people", "{\"name\":\"Ash\",\"birthDate\":\"2190-01-01\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/birthDate"));
    }

    private static ValidatableResponse correct(UUID id, String version, String body) {
        return as("front-door")
                .header("If-Match", version)
                .contentType(ContentType.JSON)
                .body(body)
                .put(API + "people/" + id)
                .then();
    }

    private String ash() {
        return """
                {"name":"Ash Invented","birthDate":"1990-02-03",
                 "identifiers":[{"system":"housing-system","value":"%s"}]}
                """.formatted(reference);
    }
}
