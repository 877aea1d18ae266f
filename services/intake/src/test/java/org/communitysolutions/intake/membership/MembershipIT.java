package org.communitysolutions.intake.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.intake.Requests.get;
import static org.communitysolutions.intake.Requests.household;
import static org.communitysolutions.intake.Requests.person;
import static org.communitysolutions.intake.Requests.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.EventContracts;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceIT
class MembershipIT {

    private UUID household;
    private UUID person;

    @BeforeEach
    void register() {
        household = household();
        person = person("Bay Invented");
    }

    @Test
    void aPersonJoinsAndLeavesAndBothAreToldWithoutTheirName() {
        join(household, "2026-04-01").statusCode(201);
        leave(household, "2026-06-30").statusCode(200).body("until", equalTo("2026-06-30"));

        get("universal-worker", "households/" + household + "/members")
                .statusCode(200)
                .body("items.personId", equalTo(List.of(person.toString())))
                .body("items[0].role", equalTo("liable-person"))
                .body("items[0].until", equalTo("2026-06-30"));
        assertThat(Database.outboxOf(household))
                .extracting(Database.OutboxEvent::type)
                .containsExactly(
                        "intake.household-registered.v1",
                        "intake.person-joined-household.v1",
                        "intake.person-left-household.v1");
        assertThat(Database.outboxOf(household)).allSatisfy(event -> {
            assertThat(EventContracts.violations(event.type(), event.data())).isEmpty();
            assertThat(event.data()).doesNotContain("Bay");
        });
    }

    @Test
    void nobodyBelongsToTwoHouseholdsOnOneDay() {
        UUID other = household();
        join(household, "2026-04-01").statusCode(201);

        join(other, "2026-05-01").statusCode(409).body("type", containsString("member-of-a-household"));
        leave(household, "2026-04-30").statusCode(200);
        join(other, "2026-04-30").statusCode(409);
        join(other, "2026-05-01").statusCode(201);

        assertThat(Database.outboxOf(other)).hasSize(2);
    }

    @Test
    void refusesWhatCannotBe() {
        join(household, "2026-04-01").statusCode(201);

        leave(household, "2026-03-31").statusCode(422);
        leave(household(), "2026-05-01").statusCode(404);
        join(UUID.randomUUID(), "2026-05-01").statusCode(404);
        post(
                        "front-door",
                        "households/" + household + "/members",
                        "{\"personId\":\"%s\",\"role\":\"adult\",\"from\":\"2026-04-01\"}".formatted(UUID.randomUUID()))
                .statusCode(422)
                .body("type", containsString("unknown-person"));
        get("front-door", "households/" + UUID.randomUUID() + "/members").statusCode(404);
    }

    private ValidatableResponse join(UUID into, String from) {
        return post(
                "front-door",
                "households/" + into + "/members",
                "{\"personId\":\"%s\",\"role\":\"liable-person\",\"from\":\"%s\"}".formatted(person, from));
    }

    private ValidatableResponse leave(UUID out, String until) {
        return post(
                "front-door",
                "households/" + out + "/members/" + person + "/departure",
                "{\"until\":\"%s\"}".formatted(until));
    }
}
