package org.communitysolutions.employment.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.employment.People.API;
import static org.communitysolutions.employment.People.created;
import static org.communitysolutions.employment.People.enrolment;
import static org.communitysolutions.employment.People.participant;
import static org.communitysolutions.employment.People.post;
import static org.communitysolutions.testkit.Accounts.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import java.util.List;
import java.util.UUID;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.EventContracts;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

@ServiceIT
class ParticipantIT {

    private final UUID household = UUID.randomUUID();
    private final UUID person = UUID.randomUUID();

    @Test
    void enrolsAPersonAndTellsOfIt() {
        UUID id = participant(household, person, 3);

        as("employment-adviser")
                .get(API + "/participants/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("personId", equalTo(person.toString()))
                .body("status", equalTo("unemployed"));
        assertThat(Database.outboxOf(household)).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("employment-outcomes.participant-enrolled.v1");
            assertThat(event.topic()).isEqualTo("employment-outcomes.events");
            assertThat(EventContracts.violations(event.type(), event.data())).isEmpty();
        });
    }

    @Test
    void enrolsAPersonOnceAtATime() {
        participant(household, person, 3);

        post("/participants", enrolment(household, person, 1))
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", endsWith("/already-enrolled"));

        assertThat(Database.outboxOf(household)).hasSize(1);
    }

    @Test
    void answersTheSameRequestUnderTheSameKeyWithTheSameParticipant() {
        String key = UUID.randomUUID().toString();

        List<UUID> answers = List.of(enrolOnce(key), enrolOnce(key));

        assertThat(answers.get(1)).isEqualTo(answers.get(0));
        assertThat(Database.outboxOf(household)).hasSize(1);
    }

    @Test
    void pagesThroughAHouseholdsParticipants() {
        String first = participant(household, person, 1).toString();
        String second = participant(household, UUID.randomUUID(), 1).toString();

        String next = as("team-manager")
                .get(API + "/households/" + household + "/participants?limit=1")
                .then()
                .statusCode(200)
                .body("items.id", contains(first))
                .extract()
                .header("Link");
        as("team-manager")
                .get(next.substring(1, next.indexOf('>')))
                .then()
                .statusCode(200)
                .body("items.id", contains(second));
    }

    @Test
    void keepsWhoseRecordWasReadAndWhatWasAskedForInVain() {
        UUID id = participant(household, person, 0);
        UUID none = UUID.randomUUID();

        as("employment-adviser").get(API + "/participants/" + id).then().statusCode(200);
        as("employment-adviser").get(API + "/participants/" + none).then().statusCode(404);

        assertThat(Database.query("select kind from access_audit where record_id = ?", person))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("kind", "person"));
        assertThat(Database.query("select kind from access_audit where record_id = ?", none))
                .hasSize(1);
    }

    @Test
    void namesEachFieldThatIsWrong() {
        post("/participants", "{}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/enrolledOn", "/householdId", "/personId", "/status"));
        post("/participants", enrolment(household, person, -1))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/enrolledOn"));
    }

    private UUID enrolOnce(String key) {
        return created(as("employment-adviser")
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(enrolment(household, person, 0))
                .post(API + "/participants"));
    }
}
