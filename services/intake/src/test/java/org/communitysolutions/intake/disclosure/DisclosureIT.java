package org.communitysolutions.intake.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.intake.Requests.API;
import static org.communitysolutions.intake.Requests.get;
import static org.communitysolutions.intake.Requests.household;
import static org.communitysolutions.intake.Requests.person;
import static org.communitysolutions.intake.Requests.post;
import static org.communitysolutions.testkit.Accounts.as;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.EventContracts;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceIT
class DisclosureIT {

    private UUID household;
    private UUID person;

    @BeforeEach
    void register() {
        household = household();
        person = person("Dale Invented");
    }

    @Test
    void whoeverRecordsOneGetsNothingBackAndASpecialistReadsIt() {
        post("front-door", "disclosures", told("\"words\":\"He broke the door.\",\"dashScore\":9"))
                .statusCode(201)
                .header("Location", nullValue())
                .body(emptyString());

        String id = idOf(household);
        get("domestic-abuse-specialist", "disclosures/" + id)
                .statusCode(200)
                .body("words", equalTo("He broke the door."))
                .body("dashScore", equalTo(9))
                .body("highRisk", equalTo(false))
                .body("threshold.ticks", equalTo(14));
        assertThat(Database.query("select kind from access_audit where record_id = ?", UUID.fromString(id)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "front-door",
                "universal-worker",
                "targeted-worker",
                "debt-adviser",
                "housing-officer",
                "employment-adviser",
                "team-manager"
            })
    void isNotThereForAnyoneElse(String role) {
        post(role, "disclosures", told("\"judgedHighRisk\":true")).statusCode(201);
        String id = idOf(household);

        Map<String, Object> hidden = problem(role, id);
        Map<String, Object> absent = problem(role, UUID.randomUUID().toString());

        assertThat(hidden).isEqualTo(absent);
        get(role, "disclosures").statusCode(200).body("items", equalTo(List.of()));
        get(role, "disclosures?household=" + household).statusCode(200).body("items", equalTo(List.of()));
        assertThat(get(role, "households/" + household).extract().asString()).doesNotContain("disclos", "abuse");
        get(role, "households/" + household + "/needs").body("items", equalTo(List.of()));
    }

    @Test
    void theDatabaseItselfShowsNoneToWhoeverIsNotCleared() {
        post("front-door", "disclosures", told("\"dashScore\":20")).statusCode(201);

        assertThat(Database.query("select * from disclosure where household_id = ?", household))
                .isEmpty();
        assertThat(Database.queryAsApplication("select * from disclosure where household_id = ?", household))
                .isEmpty();
    }

    @Test
    void isToldOnTheRestrictedTopicAndOnNoOther() {
        post("universal-worker", "disclosures", told("\"dashScore\":14")).statusCode(201);

        Database.OutboxEvent event = Database.outboxOf(household).getLast();
        assertThat(event.type()).isEqualTo("intake.domestic-abuse-disclosed.v1");
        assertThat(event.topic()).isEqualTo("intake.events.restricted");
        assertThat(event.sensitivity()).isEqualTo("restricted");
        assertThat(EventContracts.violations(event.type(), event.data())).isEmpty();
        assertThat(event.data()).contains("\"highRisk\":true", "\"childrenInHousehold\":false");
        assertThat(Database.outboxOf(household).stream()
                        .filter(other -> other.topic().equals("intake.events")))
                .hasSize(1);
    }

    @Test
    void countsTheChildrenWhomTheRegistryKnows() {
        UUID child = person("Elm Invented");
        post(
                        "front-door",
                        "households/" + household + "/members",
                        "{\"personId\":\"%s\",\"role\":\"child\",\"from\":\"2026-01-01\"}".formatted(child))
                .statusCode(201);

        post("front-door", "disclosures", told("\"escalated\":true")).statusCode(201);

        assertThat(Database.outboxOf(household).getLast().data())
                .contains("\"highRisk\":true", "\"childrenInHousehold\":true");
    }

    @Test
    void isRecordedOnceUnderOneKey() {
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            as("front-door")
                    .header("Idempotency-Key", key)
                    .contentType(ContentType.JSON)
                    .body(told("\"dashScore\":3"))
                    .post(API + "disclosures")
                    .then()
                    .statusCode(201)
                    .body(emptyString());
        }

        assertThat(Database.outboxOf(household)).hasSize(2);
    }

    @Test
    void refusesAScoreThatTheChecklistDoesNotHaveAndStrangers() {
        post("front-door", "disclosures", told("\"dashScore\":25"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/dashScore"));
        get("insight-analyst", "disclosures").statusCode(403);
        post("volunteer-coordinator", "disclosures", told("\"dashScore\":1")).statusCode(403);
    }

    private String told(String what) {
        return "{\"householdId\":\"%s\",\"personId\":\"%s\",%s}".formatted(household, person, what);
    }

    private static String idOf(UUID household) {
        return get("domestic-abuse-specialist", "disclosures?household=" + household)
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }

    private static Map<String, Object> problem(String role, String id) {
        return get(role, "disclosures/" + id).statusCode(404).extract().path("$");
    }
}
