package org.communitysolutions.debtadvice.extract;

import static org.communitysolutions.testkit.Accounts.as;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.communitysolutions.testkit.Database;

/** Extracts to send, of accounts and homes that no other test uses. */
final class Extracts {

    static final String COUNCIL_TAX = "/api/debt-advice/v1/council-tax-extracts";
    static final String RENT = "/api/debt-advice/v1/rent-extracts";

    static final String HEADER =
            "account_ref,uprn,financial_year,instalment_amount,first_due_date,instalments_due,instalments_paid,balance,recovery_stage,as_at\n";
    static final String RENT_HEADER = "account_ref,uprn,weekly_rent,balance,as_at\n";

    private Extracts() {}

    /** An account at a home, both new. */
    record Line(String reference, String uprn) {

        static Line any() {
            long number = ThreadLocalRandom.current().nextLong(100_000_000_000L, 999_999_999_999L);
            return new Line("CT-" + number, Long.toString(number));
        }

        static List<Line> some(int count) {
            return IntStream.range(0, count).mapToObj(i -> any()).toList();
        }

        String on(String day, int due, int paid, String balance, String stage) {
            return "%s,%s,2024-25,142.50,2024-04-01,%d,%d,%s,%s,%s\n"
                    .formatted(reference, uprn, due, paid, balance, stage, day);
        }

        /** Two of seven instalments not paid. */
        String missedTwo(String day) {
            return on(day, 7, 5, "285.00", "none");
        }

        String rent(String day, String balance) {
            return "%s,%s,156.40,%s,%s\n".formatted(reference, uprn, balance, day);
        }

        UUID household() {
            return IntakeStandIn.householdAt(uprn);
        }

        List<Database.OutboxEvent> events() {
            return Database.outboxOf(household());
        }
    }

    static String file(List<Line> lines, String day) {
        return HEADER + lines.stream().map(line -> line.missedTwo(day)).collect(Collectors.joining());
    }

    static RequestSpecification request(byte[] body) {
        return as("debt-adviser")
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType("text/csv")
                .body(body);
    }

    /** Sends a council-tax extract and waits for its end. */
    static ValidatableResponse send(String body) {
        return request(body.getBytes(StandardCharsets.UTF_8))
                .header("Prefer", "wait=30")
                .post(COUNCIL_TAX)
                .then();
    }

    static ValidatableResponse sendAndLeave(String body) {
        return request(body.getBytes(StandardCharsets.UTF_8)).post(COUNCIL_TAX).then();
    }

    static ValidatableResponse report(String id) {
        return as("debt-adviser").get(COUNCIL_TAX + "/" + id).then();
    }

    /** How many events the extract led to. */
    static int events(String extract) {
        return Database.query("select id from outbox where causation_id = ?", extract)
                .size();
    }
}
