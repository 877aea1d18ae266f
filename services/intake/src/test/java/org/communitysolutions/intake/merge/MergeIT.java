package org.communitysolutions.intake.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.intake.Requests.API;
import static org.communitysolutions.intake.Requests.get;
import static org.communitysolutions.intake.Requests.household;
import static org.communitysolutions.intake.Requests.id;
import static org.communitysolutions.intake.Requests.newHome;
import static org.communitysolutions.intake.Requests.person;
import static org.communitysolutions.intake.Requests.post;
import static org.communitysolutions.testkit.Accounts.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.EventContracts;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceIT
class MergeIT {

    private static final String SPECIALIST = "domestic-abuse-specialist";

    private UUID a;
    private UUID b;

    @BeforeEach
    void register() {
        a = household();
        b = household();
    }

    @Test
    void whatWasRecordedOfTheMergedOneIsSeenWithTheSurvivingOneAndStaysWhereItIs() {
        UUID person = person("Ash Invented");
        join(a, person).statusCode(201);
        need(a).statusCode(201);

        merge(SPECIALIST, b, a).statusCode(201).body("state", equalTo("standing"));

        get("front-door", "households/" + a).statusCode(200).body("mergedInto", equalTo(b.toString()));
        get("front-door", "households/" + b + "/members").body("items.personId", equalTo(List.of(person.toString())));
        get("front-door", "households/" + b + "/needs").body("items.need", equalTo(List.of("debt")));
        post("front-door", "households/" + b + "/members/" + person + "/departure", "{\"until\":\"2026-06-30\"}")
                .statusCode(200);
    }

    @Test
    void aMergedHouseholdTakesInNothingNew() {
        merge(SPECIALIST, b, a).statusCode(201);

        join(a, person("Beck Invented")).statusCode(409).body("type", containsString("household-merged"));
        need(a).statusCode(409);
        post(
                        "front-door",
                        "contacts",
                        "{\"householdId\":\"%s\",\"channel\":\"phone\",\"whatMatters\":\"x\"}".formatted(a))
                .statusCode(409);
        String version = as("front-door").get(API + "households/" + a).header("ETag");
        as("front-door")
                .header("If-Match", version)
                .contentType(ContentType.JSON)
                .body("{\"adults\":2}")
                .put(API + "households/" + a + "/details")
                .then()
                .statusCode(409);
    }

    @Test
    void whoeverNamesTheHomeOfAMergedHouseholdIsToldOfTheSurvivingOne() {
        String home = newHome();
        String registration = "{\"uprn\":\"%s\",\"on\":\"2026-04-01\"}".formatted(home);
        UUID merged = id(post("front-door", "households", registration).statusCode(201));
        UUID last = household();
        merge(SPECIALIST, b, merged).statusCode(201);
        merge(SPECIALIST, last, b).statusCode(201);

        post("front-door", "households", registration).statusCode(200).body("id", equalTo(last.toString()));
    }

    @Test
    void reversingBringsBackWhatWasThereAndLeavesWhatCameSinceWithTheSurvivingOne() {
        UUID before = person("Cove Invented");
        UUID since = person("Dell Invented");
        join(a, before).statusCode(201);
        String merge = merge(SPECIALIST, b, a).statusCode(201).extract().path("id");
        join(b, since).statusCode(201);

        reverse("team-manager", merge).statusCode(200).body("state", equalTo("reversed"));

        get("front-door", "households/" + a).body("mergedInto", nullValue());
        get("front-door", "households/" + a + "/members").body("items.personId", equalTo(List.of(before.toString())));
        get("front-door", "households/" + b + "/members").body("items.personId", equalTo(List.of(since.toString())));
        need(a).statusCode(201);
        reverse("team-manager", merge).statusCode(409).body("type", containsString("merge-ended"));
    }

    @Test
    void eachHouseholdLearnsOfTheMergeAndOfItsReversalUnderItsOwnKey() {
        String merge = merge(SPECIALIST, b, a).statusCode(201).extract().path("id");
        reverse(SPECIALIST, merge).statusCode(200);

        for (UUID household : List.of(a, b)) {
            List<Database.OutboxEvent> told = Database.outboxOf(household);
            assertThat(told)
                    .extracting(Database.OutboxEvent::type)
                    .containsExactly(
                            "intake.household-registered.v1",
                            "intake.households-merged.v1",
                            "intake.households-unmerged.v1");
            assertThat(told).allSatisfy(event -> assertThat(EventContracts.violations(event.type(), event.data()))
                    .isEmpty());
            assertThat(told.getLast().data())
                    .contains("\"into\":\"%s\"".formatted(b), "\"merged\":[\"%s\"]".formatted(a));
        }
    }

    @Test
    void aProposalWaitsForAClearedPersonWhetherOrNotThereIsARestriction() {
        UUID restricted = household();
        post(
                        "front-door",
                        "disclosures",
                        "{\"householdId\":\"%s\",\"personId\":\"%s\",\"dashScore\":20}"
                                .formatted(restricted, person("Fern Invented")))
                .statusCode(201);

        String plain =
                merge("front-door", household(), a).statusCode(201).extract().asString();
        String other =
                merge("front-door", b, restricted).statusCode(201).extract().asString();

        assertThat(shape(other)).isEqualTo(shape(plain)).contains("proposed");
        get("front-door", "households/" + restricted).body("mergedInto", nullValue());
        String waiting = waitingInto(b, get(SPECIALIST, "merges?limit=200"));
        post("front-door", "merges/" + waiting + "/confirmation", "").statusCode(403);
        post(SPECIALIST, "merges/" + waiting + "/confirmation", "")
                .statusCode(200)
                .body("state", equalTo("standing"));
        post(SPECIALIST, "merges/" + waiting + "/confirmation", "")
                .statusCode(409)
                .body("type", containsString("merge-decided"));
        get(SPECIALIST, "merges?limit=200").body("items.id", not(hasItem(waiting)));
        get(SPECIALIST, "disclosures?household=" + b).body("items", hasSize(1));
        get("front-door", "disclosures?household=" + b).body("items", hasSize(0));
    }

    @Test
    void aDeclinedProposalIsToldToNobody() {
        String merge = merge("front-door", b, a).statusCode(201).extract().path("id");

        reverse("team-manager", merge).statusCode(200).body("state", equalTo("declined"));

        post(SPECIALIST, "merges/" + merge + "/confirmation", "").statusCode(409);
        assertThat(Database.outboxOf(a)).hasSize(1);
    }

    @Test
    void refusesCirclesStrangersAndWhatIsMergedAlready() {
        merge(SPECIALIST, b, a).statusCode(201);

        merge(SPECIALIST, a, b).statusCode(409);
        merge(SPECIALIST, household(), a).statusCode(409).body("type", containsString("household-merged"));
        merge(SPECIALIST, b, b).statusCode(400).body("errors[0].pointer", equalTo("/merged/0"));
        merge(SPECIALIST, b, UUID.randomUUID()).statusCode(422).body("type", containsString("unknown-household"));
        merge(SPECIALIST, UUID.randomUUID(), b).statusCode(404);
        reverse(SPECIALIST, UUID.randomUUID().toString()).statusCode(404);
        get("front-door", "households/" + UUID.randomUUID() + "/merges").statusCode(404);
    }

    @Test
    void ofFourMergesAtOnceOneTakesEffect() throws Exception {
        List<UUID> survivors = Stream.generate(() -> household()).limit(4).toList();
        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService officers = Executors.newFixedThreadPool(4)) {
            survivors.forEach(into -> answers.add(
                    officers.submit(() -> merge(SPECIALIST, into, a).extract().statusCode())));
        }

        List<Integer> codes = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            codes.add(answer.get());
        }
        assertThat(codes).containsExactlyInAnyOrder(201, 409, 409, 409);
        get("front-door", "households/" + a + "/merges").body("items", hasSize(1));
        assertThat(Database.outboxOf(a)).hasSize(2);
    }

    @Test
    void theSameRequestAgainIsTheSameMerge() {
        String key = UUID.randomUUID().toString();
        List<String> ids = Stream.generate(() -> as(SPECIALIST)
                        .header("Idempotency-Key", key)
                        .contentType(ContentType.JSON)
                        .body(body(a))
                        .post(API + "households/" + b + "/merges")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id"))
                .limit(2)
                .toList();

        assertThat(ids.getFirst()).isEqualTo(ids.getLast());
        assertThat(Database.outboxOf(b)).hasSize(2);
    }

    private static ValidatableResponse merge(String role, UUID into, UUID merged) {
        return post(role, "households/" + into + "/merges", body(merged));
    }

    private static String body(UUID merged) {
        return "{\"merged\":[\"%s\"],\"reason\":\"The same people under two spellings.\"}".formatted(merged);
    }

    private static ValidatableResponse reverse(String role, String merge) {
        return post(role, "merges/" + merge + "/reversal", "{\"reason\":\"Two families.\"}");
    }

    private static ValidatableResponse join(UUID household, UUID person) {
        return post(
                "front-door",
                "households/" + household + "/members",
                "{\"personId\":\"%s\",\"role\":\"adult\",\"from\":\"2026-04-01\"}".formatted(person));
    }

    private static ValidatableResponse need(UUID household) {
        return post("front-door", "households/" + household + "/needs", "{\"need\":\"debt\",\"severity\":\"low\"}");
    }

    private static String waitingInto(UUID into, ValidatableResponse waiting) {
        return waiting.extract().path("items.find { it.into == '%s' }.id".formatted(into));
    }

    /** An answer without what differs from one to the next. */
    private static String shape(String answer) {
        return answer.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id").replaceAll("\\d{4}-[0-9T:.-]*Z", "time");
    }
}
