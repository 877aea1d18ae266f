package org.communitysolutions.employment.jobloss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.employment.People.API;
import static org.communitysolutions.employment.People.created;
import static org.communitysolutions.employment.People.job;
import static org.communitysolutions.employment.People.participant;
import static org.communitysolutions.employment.People.post;
import static org.communitysolutions.employment.People.today;
import static org.communitysolutions.testkit.Accounts.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import java.util.UUID;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.EventContracts;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

@ServiceIT
class JobLossIT {

    private final UUID household = UUID.randomUUID();
    private final UUID person = UUID.randomUUID();

    @Test
    void recordsThatSomebodyWhoIsNotInSupportLostAJobAndTellsOfIt() {
        UUID id = created(post("/job-losses", loss(2)));

        as("employment-adviser")
                .get(API + "/job-losses/" + id)
                .then()
                .statusCode(200)
                .body("on", equalTo(today().minusDays(2).toString()));
        as("employment-adviser")
                .get(API + "/households/" + household + "/job-losses")
                .then()
                .body("items.id", contains(id.toString()));
        assertThat(Database.outboxOf(household)).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("employment-outcomes.job-lost.v1");
            assertThat(event.occurredAt()).isEqualTo(CouncilCalendar.startOf(today().minusDays(2)));
            assertThat(EventContracts.violations(event.type(), event.data())).isEmpty();
        });
    }

    @Test
    void tellsOfALossOnceHoweverItIsHeardOf() {
        UUID job = job(participant(household, person, 50), 40);
        as("employment-adviser")
                .header("If-Match", "\"0\"")
                .contentType(ContentType.JSON)
                .body("{\"on\":\"" + today().minusDays(2) + "\"}")
                .post(API + "/jobs/" + job + "/lost")
                .then()
                .statusCode(200);

        post("/job-losses", loss(2)).then().statusCode(409).body("type", endsWith("/loss-already-recorded"));

        assertThat(Database.outboxOf(household))
                .extracting(Database.OutboxEvent::type)
                .containsOnlyOnce("employment-outcomes.job-lost.v1");
    }

    @Test
    void refusesALossInTheFuture() {
        post("/job-losses", loss(-1)).then().statusCode(400).body("errors.pointer", contains("/on"));

        assertThat(Database.outboxOf(household)).isEmpty();
    }

    private String loss(int daysAgo) {
        return """
                {"householdId":"%s","personId":"%s","on":"%s"}
                """.formatted(household, person, today().minusDays(daysAgo));
    }
}
