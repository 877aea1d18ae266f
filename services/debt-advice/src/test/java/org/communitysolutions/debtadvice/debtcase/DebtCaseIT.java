package org.communitysolutions.debtadvice.debtcase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.testkit.Accounts.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.EventContracts;
import org.communitysolutions.testkit.Events;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

@ServiceIT
class DebtCaseIT {

    private static final String CASES = "/api/debt-advice/v1/debt-cases";

    private final UUID household = UUID.randomUUID();

    @Test
    void opensACaseAndClosesItForAReason() {
        register();

        String id = open(UUID.randomUUID().toString())
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("state", equalTo("open"), "reason", nullValue())
                .extract()
                .path("id");
        close(id, "0", "solution-agreed")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("state", equalTo("closed"), "reason", equalTo("solution-agreed"));

        assertThat(Database.outboxOf(household))
                .extracting(Database.OutboxEvent::type)
                .containsExactly("debt-advice.debt-case-opened.v1", "debt-advice.debt-case-closed.v1");
        assertThat(Database.outboxOf(household))
                .allSatisfy(event -> assertThat(EventContracts.violations(event.type(), event.data()))
                        .isEmpty());
        assertThat(Database.outboxOf(household).getLast().data()).contains("\"reason\":\"solution-agreed\"");
    }

    @Test
    void opensOneCaseForAHouseholdHoweverManyAsk() {
        register();

        long opened = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> open(UUID.randomUUID().toString()).extract().statusCode()))
                .limit(5)
                .toList()
                .stream()
                .filter(status -> status.join() == 201)
                .count();

        assertThat(opened).isEqualTo(1);
        open(UUID.randomUUID().toString()).statusCode(409).body("type", endsWith("/debt-case-open"));
        assertThat(Database.outboxOf(household)).hasSize(1);
    }

    @Test
    void answersTheSameRequestUnderTheSameKeyWithTheSameCase() {
        register();
        String key = UUID.randomUUID().toString();

        String first = open(key).statusCode(201).extract().path("id");

        open(key).statusCode(201).body("id", equalTo(first));
    }

    @Test
    void opensANewCaseOnceTheFormerIsClosed() {
        register();
        String first = open(UUID.randomUUID().toString()).extract().path("id");
        close(first, "0", "contact-lost").statusCode(200);

        String second =
                open(UUID.randomUUID().toString()).statusCode(201).extract().path("id");

        as("universal-worker")
                .get(CASES + "?householdId=" + household)
                .then()
                .statusCode(200)
                .body("items.id", contains(first, second), "items.state", contains("closed", "open"));
        close(first, "1", "declined").statusCode(409).body("type", endsWith("/debt-case-closed"));
    }

    @Test
    void refusesToCloseOnAnOlderVersionOrForNoKnownReason() {
        register();
        String id = open(UUID.randomUUID().toString()).extract().path("id");

        close(id, "7", "declined").statusCode(412);
        close(id, "0", "tired").statusCode(400).body("errors[0].pointer", equalTo("/reason"));
        as("debt-adviser")
                .contentType(ContentType.JSON)
                .body("{\"reason\":\"declined\"}")
                .post(CASES + "/" + id + "/close")
                .then()
                .statusCode(428);
        close(UUID.randomUUID().toString(), "0", "declined").statusCode(404);
    }

    @Test
    void opensNoneForAHouseholdThatNobodyHasToldOf() {
        open(UUID.randomUUID().toString()).statusCode(422).body("type", endsWith("/household-unknown"));
    }

    @Test
    void keepsWhoReadACaseAndWhyAndShowsNoneToNobody() {
        register();
        String id = open(UUID.randomUUID().toString()).extract().path("id");

        as("targeted-worker")
                .header("Purpose", "supervision")
                .get(CASES + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"");

        assertThat(Database.query("select purpose from access_audit where record_id = ?", UUID.fromString(id)))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("purpose", "supervision"));
        assertThat(Database.queryAsApplication("select id from debt_case")).isEmpty();
    }

    private void register() {
        Events.send(Events.example("intake.household-registered.v1", household));
        Awaitility.await()
                .untilAsserted(() -> assertThat(Database.query("select id from household where id = ?", household))
                        .hasSize(1));
    }

    private ValidatableResponse open(String key) {
        return as("debt-adviser")
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body("{\"householdId\":\"%s\"}".formatted(household))
                .post(CASES)
                .then();
    }

    private static ValidatableResponse close(String id, String version, String reason) {
        return as("debt-adviser")
                .header("If-Match", "\"" + version + "\"")
                .contentType(ContentType.JSON)
                .body("{\"reason\":\"%s\"}".formatted(reason))
                .post(CASES + "/" + id + "/close")
                .then();
    }
}
