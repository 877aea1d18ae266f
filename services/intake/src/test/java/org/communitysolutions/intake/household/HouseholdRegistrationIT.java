package org.communitysolutions.intake.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.intake.Requests.API;
import static org.communitysolutions.intake.Requests.newHome;
import static org.communitysolutions.intake.Requests.post;
import static org.communitysolutions.testkit.Accounts.asService;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.communitysolutions.intake.Requests;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

@ServiceIT
class HouseholdRegistrationIT {

    private static final String REGISTRATIONS = API + "household-registrations";

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Item(String uprn, UUID householdId, boolean isNew) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(List<Item> households) {}

    @Test
    void answersInOrderAndRegistersEachHomeOnce() {
        String first = newHome();
        String second = newHome();
        post("front-door", "households", "{\"uprn\":\"%s\",\"on\":\"2026-04-01\"}".formatted(second))
                .statusCode(201);

        List<Item> items = register(List.of(first, second, first));

        assertThat(items).extracting(Item::uprn).containsExactly(first, second, first);
        assertThat(items).extracting(Item::isNew).containsExactly(true, false, false);
        assertThat(items.get(2).householdId()).isEqualTo(items.get(0).householdId());
        assertThat(Database.outboxOf(items.get(0).householdId())).hasSize(1);
    }

    @Test
    void registersFiveHundredAtOnce() {
        List<String> homes = Stream.generate(Requests::newHome).limit(500).toList();

        List<Item> items = register(homes);

        assertThat(items).extracting(Item::uprn).isEqualTo(homes);
        assertThat(items).allMatch(Item::isNew);
        assertThat(register(homes)).noneMatch(Item::isNew);
    }

    @Test
    void twoAtOnceRegisterEachHomeOnce() throws Exception {
        List<String> homes =
                Stream.generate(Requests::newHome).limit(300).collect(Collectors.toCollection(ArrayList::new));
        try (ExecutorService callers = Executors.newFixedThreadPool(4)) {
            List<Future<List<Item>>> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Collections.shuffle(homes);
                List<String> order = List.copyOf(homes);
                answers.add(callers.submit(() -> register(order)));
            }
            List<Item> all = new ArrayList<>();
            for (Future<List<Item>> answer : answers) {
                all.addAll(answer.get());
            }

            assertThat(all.stream().filter(Item::isNew)).hasSize(300);
            assertThat(all.stream().map(Item::householdId).distinct()).hasSize(300);
        }
    }

    @Test
    void answersTheSameKeyWithTheSameHouseholds() {
        String key = UUID.randomUUID().toString();
        String body = body(List.of(newHome()));
        String adviser = UUID.randomUUID().toString();

        for (int i = 0; i < 2; i++) {
            asService("debt-advice")
                    .header("On-Behalf-Of", adviser)
                    .header("Idempotency-Key", key)
                    .contentType(ContentType.JSON)
                    .body(body)
                    .post(REGISTRATIONS)
                    .then()
                    .statusCode(200)
                    .body("households[0].isNew", equalTo(true));
        }
    }

    @Test
    void namesTheItemThatIsWrong() {
        post(
                        "team-manager",
                        "household-registrations",
                        "{\"registrations\":[{\"uprn\":\"1\",\"on\":\"2026-04-01\"},{\"uprn\":\"x\",\"on\":\"2026-04-01\"}]}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/registrations/1/uprn"));
        post("team-manager", "household-registrations", "{\"registrations\":[]}")
                .statusCode(400);
        post("team-manager", "household-registrations", body(Collections.nCopies(501, "1")))
                .statusCode(400)
                .body("errors[0].detail", equalTo("must have 1 to 500 items"));
        post("debt-adviser", "household-registrations", body(List.of("1"))).statusCode(403);
    }

    private static List<Item> register(List<String> homes) {
        Response answer = asService("debt-advice")
                .contentType(ContentType.JSON)
                .body(body(homes))
                .post(REGISTRATIONS);
        answer.then().statusCode(200);
        return answer.as(Answer.class).households();
    }

    private static String body(List<String> homes) {
        return homes.stream()
                .map(home -> "{\"uprn\":\"%s\",\"on\":\"2026-04-01\"}".formatted(home))
                .collect(Collectors.joining(",", "{\"registrations\":[", "]}"));
    }
}
