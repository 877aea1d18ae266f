package org.communitysolutions.intake.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.intake.Requests.get;
import static org.communitysolutions.intake.Requests.household;
import static org.communitysolutions.intake.Requests.id;
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
class NeedIT {

    private UUID household;

    @BeforeEach
    void register() {
        household = household();
    }

    @Test
    void aNeedIsIdentifiedAndResolvedOnceEach() {
        UUID need = id(
                identify("{\"need\":\"mental-health\",\"severity\":\"medium\"}").statusCode(201));

        post("universal-worker", "needs/" + need + "/resolution", "").statusCode(200);
        post("universal-worker", "needs/" + need + "/resolution", "")
                .statusCode(409)
                .body("type", containsString("resolved-already"));
        post("universal-worker", "needs/" + UUID.randomUUID() + "/resolution", "")
                .statusCode(404);

        List<Database.OutboxEvent> events = Database.outboxOf(household);
        assertThat(events)
                .extracting(Database.OutboxEvent::type)
                .containsExactly(
                        "intake.household-registered.v1", "intake.need-identified.v1", "intake.need-resolved.v1");
        assertThat(events).allSatisfy(event -> assertThat(EventContracts.violations(event.type(), event.data()))
                .isEmpty());
    }

    @Test
    void aNeedThatIsOpenIsTheSameNeedAndTakesTheNewSeverity() {
        UUID need = id(identify("{\"need\":\"debt\",\"severity\":\"low\"}").statusCode(201));

        identify("{\"need\":\"debt\",\"severity\":\"low\"}").statusCode(200).body("id", equalTo(need.toString()));
        identify("{\"need\":\"debt\",\"severity\":\"high\"}").statusCode(200).body("severity", equalTo("high"));

        assertThat(Database.outboxOf(household))
                .extracting(Database.OutboxEvent::type)
                .containsExactly(
                        "intake.household-registered.v1", "intake.need-identified.v1", "intake.need-identified.v1");
    }

    @Test
    void theNeedOfAPersonIsAnotherThanThatOfTheHousehold() {
        UUID person = person("Cove Invented");

        identify("{\"need\":\"caring\",\"severity\":\"low\"}").statusCode(201);
        identify("{\"need\":\"caring\",\"severity\":\"low\",\"personId\":\"%s\"}".formatted(person))
                .statusCode(201);

        get("debt-adviser", "households/" + household + "/needs")
                .statusCode(200)
                .body("items.need", equalTo(List.of("caring", "caring")));
    }

    @Test
    void takesNoDomesticAbuseAsANeed() {
        identify("{\"need\":\"domestic-abuse\",\"severity\":\"high\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/need"));
    }

    private ValidatableResponse identify(String body) {
        return post("universal-worker", "households/" + household + "/needs", body);
    }
}
