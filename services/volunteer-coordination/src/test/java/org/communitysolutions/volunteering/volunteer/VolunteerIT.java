package org.communitysolutions.volunteering.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.testkit.Accounts.as;
import static org.communitysolutions.volunteering.People.API;
import static org.communitysolutions.volunteering.People.befriender;
import static org.communitysolutions.volunteering.People.clear;
import static org.communitysolutions.volunteering.People.created;
import static org.communitysolutions.volunteering.People.details;
import static org.communitysolutions.volunteering.People.match;
import static org.communitysolutions.volunteering.People.post;
import static org.communitysolutions.volunteering.People.registration;
import static org.communitysolutions.volunteering.People.volunteer;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.UUID;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.EventContracts;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

@ServiceIT
class VolunteerIT {

    @Test
    void registersAVolunteerAndTellsNothingButThatThereIsOne() {
        UUID id = volunteer();

        as("volunteer-coordinator")
                .get(API + "/volunteers/" + id)
                .then()
                .statusCode(200)
                .body("details.name", equalTo("Marlow Thistlewick"))
                .body("details.email", equalTo("marlow@people.example"));
        assertThat(Database.outboxOf(id)).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("volunteer-coordination.volunteer-registered.v1");
            assertThat(event.subject()).isNull();
            assertThat(event.data()).doesNotContain("Marlow");
            assertThat(EventContracts.violations(event.type(), event.data())).isEmpty();
        });
    }

    @Test
    void answersTheSameRequestUnderTheSameKeyWithTheSameVolunteer() {
        String key = UUID.randomUUID().toString();

        assertThat(registerOnce(key)).isEqualTo(registerOnce(key));
    }

    @Test
    void changesDetailsInTheVersionThatWasRead() {
        UUID id = volunteer();

        change(id, null, details("Marlow Oakes", null)).then().statusCode(428);
        change(id, "\"0\"", details("Marlow Oakes", null))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("details.name", equalTo("Marlow Oakes"));
        change(id, "\"0\"", details("Marlow Ashe", null)).then().statusCode(412);
        change(UUID.randomUUID(), "\"0\"", details("Marlow Ashe", null)).then().statusCode(404);
    }

    @Test
    void refusesAHouseholdAsTheirsThatTheyHelp() {
        UUID id = volunteer();
        UUID household = UUID.randomUUID();
        String role = befriender();
        clear(id, role);
        created(post("/matches", match(id, household, role)));

        change(id, "\"0\"", details("Marlow Thistlewick", household))
                .then()
                .statusCode(409)
                .body("type", endsWith("/matched-with-that-household"));
    }

    @Test
    void pagesThroughVolunteersById() {
        volunteer();
        volunteer();

        Response first = as("volunteer-coordinator").get(API + "/volunteers?limit=1");
        String next =
                first.then().statusCode(200).body("items", hasSize(1)).extract().header("Link");
        Response second = as("volunteer-coordinator").get(next.substring(1, next.indexOf('>')));

        String one = first.path("items[0].id");
        assertThat(second.<String>path("items[0].id")).isGreaterThan(one);
    }

    @Test
    void keepsThatEachVolunteerOfAListWasRead() {
        volunteer();
        UUID shown = UUID.fromString(
                as("volunteer-coordinator").get(API + "/volunteers?limit=1").path("items[0].id"));
        String reads = "select * from access_audit where record_id = ?";
        int before = Database.query(reads, shown).size();

        as("volunteer-coordinator").get(API + "/volunteers?limit=1").then().statusCode(200);

        assertThat(Database.query(reads, shown)).hasSize(before + 1);
    }

    @Test
    void asksForANameAndOneWayToReachThem() {
        post("/volunteers", registration("{\"name\":\"Marlow Thistlewick\"}"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/email"));
        post("/volunteers", registration("{\"name\":\" \",\"email\":\"nowhere\",\"phone\":\"ring me\"}"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/details/email", "/details/name", "/details/phone"));
    }

    private static UUID registerOnce(String key) {
        return created(as("volunteer-coordinator")
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(registration(details("Marlow Thistlewick", null)))
                .post(API + "/volunteers"));
    }

    private static Response change(UUID id, String ifMatch, String details) {
        return (ifMatch == null
                        ? as("volunteer-coordinator")
                        : as("volunteer-coordinator").header("If-Match", ifMatch))
                .contentType(ContentType.JSON)
                .body(details)
                .put(API + "/volunteers/" + id + "/details");
    }
}
