package org.communitysolutions.intake.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.intake.Requests.id;
import static org.communitysolutions.intake.Requests.newHome;
import static org.communitysolutions.intake.Requests.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import java.util.UUID;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

@ServiceIT
class HouseholdSearchIT {

    private final String uprn = newHome();

    @Test
    void findsWhoLivesAtAHomeOnADayAndKeepsThatTheyWereShown() {
        UUID id = id(post("front-door", "households", registration()).statusCode(201));

        post("debt-adviser", "households/search", "{\"uprn\":\"%s\",\"on\":\"2026-05-01\"}".formatted(uprn))
                .statusCode(200)
                .body("items.id", contains(id.toString()));
        post("debt-adviser", "households/search", "{\"uprn\":\"%s\",\"on\":\"2026-03-31\"}".formatted(uprn))
                .statusCode(200)
                .body("items", empty());
        post("debt-adviser", "households/search", "{\"uprn\":\"%s\"}".formatted(uprn))
                .statusCode(200)
                .body("items.id", contains(id.toString()));

        assertThat(Database.query("select kind from access_audit where record_id = ?", id))
                .hasSize(2);
    }

    @Test
    void aDayBeforeTheFirstKnownDayMovesThatDayAndPublishesNothing() {
        UUID id = id(post("front-door", "households", registration()).statusCode(201));

        post("front-door", "households", "{\"uprn\":\"%s\",\"on\":\"2026-03-01\"}".formatted(uprn))
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("id", equalTo(id.toString()))
                .body("occupiedFrom", equalTo("2026-03-01"));

        assertThat(Database.outboxOf(id)).hasSize(1);
    }

    @Test
    void whatNobodyHadSaidIsFilledInAndTold() {
        UUID id = id(post("front-door", "households", registration()).statusCode(201));

        post(
                        "front-door",
                        "households",
                        "{\"uprn\":\"%s\",\"on\":\"2026-04-02\",\"details\":{\"ward\":\"NB-04\",\"children\":2}}"
                                .formatted(uprn))
                .statusCode(200)
                .body("children", equalTo(2));

        assertThat(Database.outboxOf(id))
                .extracting(Database.OutboxEvent::type)
                .containsExactly("intake.household-registered.v1", "intake.household-details-changed.v1");
    }

    @Test
    void refusesADateThatNoCalendarOfOursHas() {
        post("front-door", "households", "{\"uprn\":\"1\",\"on\":\"+999999999-01-01\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/on"));
    }

    private String registration() {
        return "{\"uprn\":\"%s\",\"on\":\"2026-04-01\"}".formatted(uprn);
    }
}
