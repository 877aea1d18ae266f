package org.communitysolutions.debtadvice.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.debtadvice.extract.Extracts.COUNCIL_TAX;
import static org.communitysolutions.debtadvice.extract.Extracts.HEADER;
import static org.communitysolutions.debtadvice.extract.Extracts.RENT;
import static org.communitysolutions.debtadvice.extract.Extracts.RENT_HEADER;
import static org.communitysolutions.debtadvice.extract.Extracts.report;
import static org.communitysolutions.debtadvice.extract.Extracts.request;
import static org.communitysolutions.debtadvice.extract.Extracts.send;
import static org.communitysolutions.testkit.Accounts.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.communitysolutions.debtadvice.extract.Extracts.Line;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.EventContracts;
import org.communitysolutions.testkit.Events;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

@ServiceIT
@QuarkusTestResource(IntakeStandIn.class)
class ExtractIT {

    private final Line account = Line.any();

    @Test
    void turnsWhatIsNewIntoEventsInTheOrderInWhichItHappened() {
        Line quiet = Line.any();

        ValidatableResponse report = send(HEADER
                + account.on("2024-10-08", 7, 5, "285.00", "reminder")
                + quiet.on("2024-10-08", 7, 7, "0.00", "none"));

        report.statusCode(200)
                .header("Preference-Applied", "wait=30")
                .body("state", equalTo("applied"), "outcome", equalTo("new"), "mapping", equalTo("generic"))
                .body("counts.lines", equalTo(2), "counts.taken", equalTo(2), "counts.newAccounts", equalTo(2))
                .body("counts.events", equalTo(3), "appliedAt", notNullValue(), "sha256.length()", equalTo(64));
        String id = report.extract().path("id");
        assertThat(account.events())
                .extracting(Database.OutboxEvent::type)
                .containsExactly(
                        "debt-advice.council-tax-instalment-missed.v1",
                        "debt-advice.council-tax-instalment-missed.v1",
                        "debt-advice.council-tax-stage-reached.v1");
        assertThat(account.events()).allSatisfy(event -> {
            assertThat(EventContracts.violations(event.type(), event.data())).isEmpty();
            assertThat(event.causation()).isEqualTo(id);
            assertThat(event.topic()).isEqualTo("debt-advice.events");
        });
        assertThat(Database.query(
                        "select occurred_at from outbox where record_key = ? order by id",
                        account.household().toString()))
                .extracting(row -> ((Timestamp) row.get("occurred_at")).toInstant())
                .containsExactly(
                        Instant.parse("2024-09-01T23:00:00Z"),
                        Instant.parse("2024-10-01T23:00:00Z"),
                        Instant.parse("2024-10-07T23:00:00Z"));
        assertThat(quiet.events()).isEmpty();
    }

    @Test
    void reportsEachLineThatWasRefusedAndWhy() {
        Line unchanged = Line.any();
        send(HEADER + unchanged.missedTwo("2024-10-08")).statusCode(200);

        String id = send(HEADER
                        + account.missedTwo("2024-10-15")
                        + account.missedTwo("2024-10-15")
                        + unchanged.missedTwo("2024-10-15")
                        + Line.any().on("2024-02-30", 7, 5, "285.00", "none")
                        + "broken\n"
                        + Line.any().on("2024-10-15", 5, 7, "0.00", "none"))
                .statusCode(200)
                .body("counts.lines", equalTo(6), "counts.taken", equalTo(1))
                .body("counts.unchanged", equalTo(1), "counts.refused", equalTo(4))
                .extract()
                .path("id");

        as("debt-adviser")
                .get(COUNCIL_TAX + "/" + id + "/lines?outcome=refused")
                .then()
                .statusCode(200)
                .body("items.number", contains(3, 5, 6, 7))
                .body(
                        "items.code",
                        contains("account-twice", "not-a-date", "wrong-number-of-fields", "more-paid-than-due"))
                .body("items.field", hasItems("as_at", "instalments_paid"))
                .body("items[0].accountReference", equalTo(account.reference()))
                .body("items[2].accountReference", nullValue());
        as("debt-adviser")
                .get(COUNCIL_TAX + "/" + id + "/lines?outcome=unchanged")
                .then()
                .body("items.number", contains(4));
        as("debt-adviser")
                .get(COUNCIL_TAX + "/" + id + "/lines?limit=2")
                .then()
                .body("items.number", contains(2, 3))
                .header("Link", containsString("cursor=3"));
        as("debt-adviser")
                .get(COUNCIL_TAX + "/" + id + "/lines?limit=4&cursor=3")
                .then()
                .body("items.number", contains(4, 5, 6, 7))
                .header("Link", nullValue());
    }

    @Test
    void carriesTheTraceOfTheRequestToTheEvents() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        request((HEADER + account.missedTwo("2024-10-08")).getBytes(StandardCharsets.UTF_8))
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .header("Prefer", "wait=30")
                .post(COUNCIL_TAX)
                .then()
                .statusCode(200);

        assertThat(account.events()).hasSize(2).allSatisfy(event -> assertThat(event.traceParent())
                .startsWith("00-" + trace));
    }

    @Test
    void changesNothingWhenTheSameFileComesAgain() {
        String file = HEADER + account.missedTwo("2024-10-08");
        String first = send(file).statusCode(200).extract().path("id");

        send(file)
                .statusCode(200)
                .header("Location", endsWith(COUNCIL_TAX + "/" + first))
                .body("id", equalTo(first), "outcome", equalTo("unchanged"), "counts.taken", equalTo(1));

        assertThat(account.events()).hasSize(2);
        assertThat(Database.query(
                        "select id from account_extract where sha256 = (select sha256 from account_extract where id = ?)",
                        UUID.fromString(first)))
                .hasSize(1);
    }

    @Test
    void tellsOfAMissedInstalmentOnceAndOfClearedArrears() {
        send(HEADER + account.missedTwo("2024-10-08")).statusCode(200);
        send(HEADER + account.on("2024-11-08", 8, 7, "142.50", "reminder")).statusCode(200);
        send(HEADER + account.on("2024-11-15", 8, 8, "0.00", "reminder")).statusCode(200);
        send(HEADER + account.on("2024-11-22", 8, 6, "285.00", "reminder"))
                .statusCode(200)
                .body("counts.taken", equalTo(1), "counts.events", equalTo(0));

        assertThat(account.events())
                .extracting(event -> event.type().replaceAll("debt-advice.|.v1", ""))
                .containsExactly(
                        "council-tax-instalment-missed",
                        "council-tax-instalment-missed",
                        "council-tax-instalment-missed",
                        "council-tax-stage-reached",
                        "arrears-cleared");
        assertThat(account.events())
                .filteredOn(event -> event.type().contains("missed"))
                .extracting(event -> event.data().replaceAll(".*\"instalment\":(\\d+).*", "$1"))
                .containsExactly("6", "7", "8");
    }

    @Test
    void refusesALineThatIsOlderThanWhatIsKnown() {
        send(HEADER + account.missedTwo("2024-10-08")).statusCode(200);

        send(HEADER + account.on("2024-09-08", 6, 6, "0.00", "none"))
                .statusCode(200)
                .body("counts.refused", equalTo(1), "counts.events", equalTo(0));
    }

    @Test
    void readsARentExtract() {
        String[] days = {"2024-10-08", "2024-10-15", "2024-10-22"};
        String[] balances = {"455.00", "610.00", "0.00"};

        for (int i = 0; i < days.length; i++) {
            request((RENT_HEADER + account.rent(days[i], balances[i])).getBytes(StandardCharsets.UTF_8))
                    .header("Prefer", "wait=30")
                    .post(RENT)
                    .then()
                    .statusCode(200)
                    .body("counts.events", equalTo(1));
        }

        assertThat(account.events())
                .allSatisfy(event -> assertThat(EventContracts.violations(event.type(), event.data()))
                        .isEmpty())
                .extracting(event -> event.data().replaceAll("\"(householdId|accountId)\":\"[^\"]*\",?", ""))
                .containsExactly(
                        "{\"arrearsPence\":45500,\"weeksOfRent\":2.9}",
                        "{\"arrearsPence\":61000,\"previousArrearsPence\":45500,\"weeksOfRent\":3.9}",
                        "{\"kind\":\"rent\"}");
    }

    @Test
    void readsAnotherSuppliersFileByItsMapping() throws IOException {
        byte[] file = sample("northvale-council-tax");

        request(file)
                .header("Prefer", "respond-async, wait=30")
                .post(COUNCIL_TAX + "?mapping=northvale&asAt=2026-10-08")
                .then()
                .statusCode(200)
                .body("counts.taken", equalTo(3), "asAt", equalTo("2026-10-08"));
        request(file)
                .post(COUNCIL_TAX + "?mapping=northvale")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("asAt"));
        request(file)
                .post(COUNCIL_TAX + "?asAt=2026-10-08")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("asAt"));
        request(file)
                .post(COUNCIL_TAX + "?mapping=nobody")
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("generic, northvale"));
    }

    @Test
    void hasHomesRegisteredThatNobodyNamedBeforeInCallsThatIntakeTakes() {
        Line known = Line.any();
        UUID household = UUID.randomUUID();
        Events.send(Events.event(
                "intake.household-registered.v1",
                household,
                "{\"householdId\":\"%s\",\"uprn\":\"%s\"}".formatted(household, known.uprn())));
        Awaitility.await()
                .untilAsserted(() -> assertThat(Database.query("select id from household where uprn = ?", known.uprn()))
                        .hasSize(1));

        send(HEADER + known.missedTwo("2024-10-08") + account.missedTwo("2024-10-08"))
                .statusCode(200);

        assertThat(IntakeStandIn.hasRegistered(account.uprn())).isTrue();
        assertThat(IntakeStandIn.hasRegistered(known.uprn())).isFalse();
        assertThat(Database.outboxOf(household)).hasSize(2);
        assertThat(IntakeStandIn.subjects()).isNotEmpty().allMatch(subject -> subject.length() == 36);
        assertThat(IntakeStandIn.largestCall()).isLessThanOrEqualTo(500);
    }

    @Test
    void showsRowsOfAccountsToNobodyWhoDoesNotSayWhoTheyAre() {
        send(HEADER + account.missedTwo("2024-10-08")).statusCode(200);

        assertThat(Database.queryAsApplication("select id from account")).isEmpty();
    }

    @Test
    void waitsVisiblyWhileIntakeIsAwayAndThenGoesOnInTheOrderOfReceipt() {
        IntakeStandIn.answerWith(503);
        try {
            String first = Extracts.sendAndLeave(HEADER + account.missedTwo("2024-10-08"))
                    .statusCode(202)
                    .extract()
                    .path("id");
            String second = Extracts.sendAndLeave(HEADER + account.on("2024-11-08", 8, 8, "0.00", "none"))
                    .statusCode(202)
                    .extract()
                    .path("id");
            Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> report(first)
                    .body(
                            "state",
                            equalTo("waiting"),
                            "waitingFor",
                            containsString("503"),
                            "counts.taken",
                            equalTo(0)));
            report(second).body("state", equalTo("received"));

            IntakeStandIn.answerWith(200);

            Awaitility.await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> report(second)
                    .body("state", equalTo("applied")));
            report(first).body("state", equalTo("applied"), "waitingFor", nullValue(), "counts.events", equalTo(2));
            report(second).body("counts.taken", equalTo(1), "counts.events", equalTo(1));
            assertThat(account.events()).hasSize(3);
        } finally {
            IntakeStandIn.answerWith(200);
        }
    }

    @Test
    void knowsNoExtractOfTheOtherKind() {
        String id = send(HEADER + account.missedTwo("2024-10-08")).extract().path("id");

        as("debt-adviser").get(RENT + "/" + id).then().statusCode(404);
        as("debt-adviser").get(RENT + "/" + id + "/lines").then().statusCode(404);
        as("debt-adviser")
                .get(COUNCIL_TAX + "/" + id + "/lines?outcome=lost")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        as("debt-adviser")
                .get(COUNCIL_TAX + "/" + id + "/lines")
                .then()
                .body("items", hasSize(1))
                .body("items.outcome", everyItem(equalTo("taken")))
                .body("items.accountReference", hasItems(account.reference()));
    }

    @Test
    void countsLinesAcrossChunksAndRefusesAnAccountThatStoodInAnEarlierOne() {
        List<Line> accounts = Line.some(120);

        send(Extracts.file(accounts, "2024-10-08") + accounts.getFirst().missedTwo("2024-10-08"))
                .statusCode(200)
                .body("counts.lines", equalTo(121), "counts.taken", equalTo(120), "counts.refused", equalTo(1))
                .body("counts.newAccounts", equalTo(120), "counts.events", equalTo(240));
    }

    private static byte[] sample(String name) throws IOException {
        try (InputStream file = ExtractIT.class.getResourceAsStream("/extracts/" + name + ".csv")) {
            return file.readAllBytes();
        }
    }
}
