package org.communitysolutions.intake.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.intake.Requests.API;
import static org.communitysolutions.intake.Requests.get;
import static org.communitysolutions.intake.Requests.household;
import static org.communitysolutions.intake.Requests.id;
import static org.communitysolutions.intake.Requests.post;
import static org.communitysolutions.testkit.Accounts.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.EventContracts;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

@ServiceIT
class ContactIT {

    @Test
    void keepsWhatMattersInThePersonsWordsAndHowToReachThemSafely() {
        UUID id = id(receive("""
                {"channel":"phone","whatMatters":"I want to sleep.\\nThe letters frighten me.","presentingNeeds":["debt"],
                 "safeContact":{"channel":"text","value":"07700 900001","hours":"after 18:00","voicemailAllowed":false,
                                "verifiedOn":"2026-04-01"}}
                """).statusCode(201));

        get("universal-worker", "contacts/" + id)
                .statusCode(200)
                .body("whatMatters", equalTo("I want to sleep.\nThe letters frighten me."))
                .body("safeContact.channel", equalTo("text"))
                .body("safeContact.voicemailAllowed", equalTo(false))
                .body("state", equalTo("received"));
        Database.OutboxEvent event = Database.outboxOf(id).getFirst();
        assertThat(event.type()).isEqualTo("intake.contact-received.v1");
        assertThat(event.subject()).isNull();
        assertThat(EventContracts.violations(event.type(), event.data())).isEmpty();
        assertThat(event.data()).doesNotContain("letters", "900001");
    }

    @Test
    void triageTellsTierRouteAndNeedsAndMakesThemNeedsOfTheHousehold() {
        UUID household = household();
        UUID id = id(receive(story(household)).statusCode(201));

        triage(id, decision("at-risk", "universal")).statusCode(200).body("needs", equalTo(List.of("debt", "food")));

        get("front-door", "contacts/" + id).body("state", equalTo("routed")).body("triage.tier", equalTo("at-risk"));
        get("front-door", "households/" + household + "/needs")
                .statusCode(200)
                .body("items.need", equalTo(List.of("food", "debt")));
        List<Database.OutboxEvent> events = Database.outboxOf(household);
        assertThat(events)
                .extracting(Database.OutboxEvent::type)
                .containsExactly(
                        "intake.household-registered.v1",
                        "intake.contact-received.v1",
                        "intake.contact-triaged.v1",
                        "intake.need-identified.v1",
                        "intake.need-identified.v1");
        assertThat(events).allSatisfy(event -> assertThat(EventContracts.violations(event.type(), event.data()))
                .isEmpty());
    }

    @Test
    void settlesAContactThereAndThen() {
        UUID id = id(receive(story(null)).statusCode(201));

        triage(id, decision("self-sufficient", "resolved")).statusCode(200);

        get("front-door", "contacts/" + id).body("state", equalTo("settled"));
        assertThat(Database.outboxOf(id))
                .extracting(Database.OutboxEvent::type)
                .containsExactly("intake.contact-received.v1", "intake.contact-triaged.v1");
    }

    @Test
    void nobodyIsTriagedTwice() throws Exception {
        UUID id = id(receive(story(null)).statusCode(201));
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService officers = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                answers.add(officers.submit(() ->
                        triage(id, decision("at-risk", "targeted")).extract().statusCode()));
            }
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
        }

        assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409, 409);
        triage(id, decision("at-risk", "targeted")).statusCode(409).body("type", containsString("triaged-already"));
        assertThat(Database.outboxOf(id)).hasSize(2);
    }

    @Test
    void listsThoseThatWaitPageByPageAndNothingOfWhatTheySaid() {
        for (int i = 0; i < 3; i++) {
            receive(story(null)).statusCode(201);
        }

        ValidatableResponse first = get("team-manager", "contacts?limit=2").statusCode(200);
        assertThat(first.extract().asString()).doesNotContain("whatMatters");
        assertThat(first.extract().<List<String>>path("items.id")).hasSize(2);
        String next = first.extract().header("Link").replaceAll("<([^>]*)>.*", "$1");
        List<String> second = as("team-manager")
                .urlEncodingEnabled(false)
                .get(next)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");

        assertThat(second)
                .isNotEmpty()
                .doesNotContainAnyElementsOf(first.extract().path("items.id"));
    }

    @Test
    void takesNoDomesticAbuseAsANeed() {
        receive("{\"channel\":\"phone\",\"whatMatters\":\"x\",\"presentingNeeds\":[\"domestic-abuse\"]}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/presentingNeeds/0"));
    }

    @Test
    void refusesWhatIsNotThere() {
        receive(story(UUID.randomUUID())).statusCode(422).body("type", containsString("unknown-household"));
        triage(UUID.randomUUID(), decision("at-risk", "universal")).statusCode(404);
        get("front-door", "contacts/" + UUID.randomUUID()).statusCode(404);
        as("debt-adviser").get(API + "contacts").then().statusCode(403);
    }

    private static ValidatableResponse receive(String body) {
        return post("front-door", "contacts", body);
    }

    private static ValidatableResponse triage(UUID contact, String body) {
        return post("front-door", "contacts/" + contact + "/triage", body);
    }

    private static String story(UUID household) {
        return household == null
                ? "{\"channel\":\"in-person\",\"whatMatters\":\"A warm room.\"}"
                : "{\"householdId\":\"%s\",\"channel\":\"in-person\",\"whatMatters\":\"A warm room.\"}"
                        .formatted(household);
    }

    private static String decision(String tier, String route) {
        return """
                {"tier":"%s","route":"%s",
                 "needs":[{"need":"food","severity":"high"},{"need":"debt","severity":"low"}]}
                """.formatted(tier, route);
    }
}
