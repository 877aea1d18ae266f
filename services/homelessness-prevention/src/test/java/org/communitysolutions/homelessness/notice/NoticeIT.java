package org.communitysolutions.homelessness.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.homelessness.Cases.API;
import static org.communitysolutions.homelessness.Cases.application;
import static org.communitysolutions.homelessness.Cases.created;
import static org.communitysolutions.homelessness.Cases.notice;
import static org.communitysolutions.homelessness.Cases.post;
import static org.communitysolutions.homelessness.Cases.today;
import static org.communitysolutions.testkit.Accounts.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.UUID;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.EventContracts;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

@ServiceIT
class NoticeIT {

    private final UUID household = UUID.randomUUID();

    @Test
    void recordsANoticeBeforeThereIsAnApplicationAndTellsOfIt() {
        UUID id = created(
                post("housing-officer", "/notices", notice(household, today().minusDays(3), today().plusDays(40))));

        as("housing-officer")
                .get(API + "/notices/" + id)
                .then()
                .statusCode(200)
                .body("kind", equalTo("section-8"))
                .body("expiresOn", equalTo(today().plusDays(40).toString()))
                .body("applicationId", nullValue());
        as("housing-officer")
                .get(API + "/households/" + household + "/notices")
                .then()
                .body("items.id", contains(id.toString()));
        assertThat(Database.outboxOf(household)).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("homelessness-prevention.notice-served.v1");
            assertThat(event.topic()).isEqualTo("homelessness-prevention.events");
            assertThat(event.occurredAt()).isEqualTo(CouncilCalendar.startOf(today().minusDays(3)));
            assertThat(EventContracts.violations(event.type(), event.data())).isEmpty();
        });
    }

    @Test
    void hidesANoticeAsItsApplicationIsHidden() {
        UUID application = application(household, "domestic-abuse", 0);

        post("housing-officer", "/notices", with(application))
                .then()
                .statusCode(422)
                .body("type", equalTo("https://community-solutions.example/problems/no-such-application"));
        UUID id = created(post("domestic-abuse-specialist", "/notices", with(application)));

        as("housing-officer").get(API + "/notices/" + id).then().statusCode(404);
        as("housing-officer")
                .get(API + "/households/" + household + "/notices")
                .then()
                .body("items", empty());
        as("domestic-abuse-specialist").get(API + "/notices/" + id).then().statusCode(200);
        assertThat(Database.outboxOf(household))
                .extracting(Database.OutboxEvent::topic)
                .containsOnly("homelessness-prevention.events.restricted")
                .hasSize(2);
    }

    @Test
    void refusesAnApplicationOfAnotherHousehold() {
        UUID application = application(UUID.randomUUID(), "repossession", 0);

        post("housing-officer", "/notices", with(application)).then().statusCode(422);

        assertThat(Database.outboxOf(household)).isEmpty();
    }

    @Test
    void refusesANoticeFromTheFutureOrOneThatExpiresBeforeItIsServed() {
        post("housing-officer", "/notices", notice(household, today().plusDays(1), today().plusDays(40)))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/servedOn"));
        post("housing-officer", "/notices", notice(household, today(), today().minusDays(1)))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/expiresOn"));
    }

    private String with(UUID application) {
        return notice(household, today(), today().plusDays(30))
                .replace("{\"householdId\"", "{\"applicationId\":\"" + application + "\",\"householdId\"");
    }
}
