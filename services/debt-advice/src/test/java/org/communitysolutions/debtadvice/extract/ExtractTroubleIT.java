package org.communitysolutions.debtadvice.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.debtadvice.extract.Extracts.COUNCIL_TAX;
import static org.communitysolutions.debtadvice.extract.Extracts.HEADER;
import static org.communitysolutions.debtadvice.extract.Extracts.report;
import static org.communitysolutions.debtadvice.extract.Extracts.request;
import static org.communitysolutions.debtadvice.extract.Extracts.send;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.communitysolutions.debtadvice.extract.Extracts.Line;
import org.communitysolutions.testkit.Accounts;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is sent is bad, or something breaks on the way. */
@ServiceIT
@QuarkusTestResource(IntakeStandIn.class)
class ExtractTroubleIT {

    private static final String DAY = "2024-10-08";
    private static final int LIMIT = 4 << 20;

    private final Line account = Line.any();

    static Stream<Arguments> badFiles() {
        Line any = Line.any();
        String good = HEADER + any.missedTwo(DAY);
        return Stream.of(
                Arguments.of("empty-file", bytes(""), "no first line"),
                Arguments.of("wrong-header", bytes(good.replace("uprn", "haus")), "missing: uprn; not known: haus"),
                Arguments.of("wrong-delimiter", bytes(good.replace(',', ';')), "delimited by ';'"),
                Arguments.of("undecodable", (good + "£").getBytes(Charset.forName("windows-1252")), "Line 3, byte"),
                Arguments.of("unterminated-quote", bytes(good + "\"" + any.missedTwo(DAY)), "begins on line 3"),
                Arguments.of("malformed-csv", bytes(good + "\"x\"y,1\n"), "Line 3"),
                Arguments.of("cut-off", bytes(good + any.missedTwo(DAY).substring(0, 40)), "The last line, 3"));
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void refusesABadFileWholeAndSaysWhatIsWrong(String code, byte[] body, String sentence) {
        request(body)
                .post(COUNCIL_TAX)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", endsWith("/" + code), "detail", containsString(sentence));

        assertThatNothingIsLeft();
    }

    @Test
    void takesTheLinesOfACutOffFileOnceItIsSentAgainWhole() {
        String whole = Extracts.file(List.of(account, Line.any(), Line.any()), DAY);
        request(bytes(whole.substring(0, whole.length() - 30)))
                .post(COUNCIL_TAX)
                .then()
                .statusCode(422);

        send(whole).statusCode(200).body("counts.taken", equalTo(3), "counts.newAccounts", equalTo(3));

        assertThat(account.events()).hasSize(2);
    }

    @Test
    void acceptsACompleteLastLineWithoutALineEndAndSaysSo() {
        send((HEADER + account.missedTwo(DAY)).strip())
                .statusCode(200)
                .body("counts.taken", equalTo(1), "warning", containsString("The last line, 2,"));
    }

    @Test
    void refusesAFileThatSaysThatItIsTooLarge() throws Exception {
        HttpResponse<String> answer = sendFromJava(HttpRequest.BodyPublishers.ofByteArray(tooLarge()));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("too-large").contains("4,194,304 bytes");
        assertThatNothingIsLeft();
    }

    @Test
    void refusesAFileThatTurnsOutTooLarge() throws Exception {
        byte[] body = tooLarge();

        HttpResponse<String> answer =
                sendFromJava(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("too-large").contains("4,194,304 bytes");
        assertThatNothingIsLeft();
    }

    @Test
    void keepsNothingOfAnUploadThatBreaksOff() throws IOException {
        String file = Extracts.file(Line.some(5000), DAY);
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            OutputStream out = socket.getOutputStream();
            out.write(bytes(
                    "POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: text/csv\r\nContent-Length: %d\r\n\r\n"
                            .formatted(COUNCIL_TAX, Accounts.token("debt-adviser"), file.length())));
            out.write(bytes(file.substring(0, file.length() / 2)));
            out.flush();
            Awaitility.await().until(() -> !Database.query("select 1 from account_extract where state = 'receiving'")
                    .isEmpty());
        }

        Awaitility.await().untilAsserted(ExtractTroubleIT::assertThatNothingIsLeft);
    }

    @Test
    void takesTwoUploadsOfOneFileAtOnceForOne() {
        String file = Extracts.file(
                Stream.concat(Stream.of(account), Line.some(300).stream()).toList(), DAY);

        CompletableFuture<String> one = CompletableFuture.supplyAsync(
                () -> send(file).statusCode(200).extract().path("id"));
        CompletableFuture<String> two = CompletableFuture.supplyAsync(
                () -> send(file).statusCode(200).extract().path("id"));

        assertThat(one.join()).isEqualTo(two.join());
        assertThat(Extracts.events(one.join())).isEqualTo(602);
        report(one.join()).body("counts.taken", equalTo(301));
    }

    @Test
    void goesOnWhereItStoodAfterATransactionFailedAndDoublesNothing() {
        List<Line> accounts = Line.some(120);
        String stone = accounts.get(70).reference();
        Database.execute("""
                create or replace function stumble() returns trigger language plpgsql as
                $$ begin raise exception 'stumbled'; end $$
                """);
        Database.execute(
                "create trigger stumbling before insert on account for each row when (new.account_reference = '" + stone
                        + "') execute function stumble()");
        String id;
        try {
            id = Extracts.sendAndLeave(Extracts.file(accounts, DAY))
                    .statusCode(202)
                    .extract()
                    .path("id");
            Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> report(id)
                    .body("state", equalTo("waiting"), "waitingFor", containsString("failure of this service")));
            report(id).body("counts.taken", equalTo(50), "counts.events", equalTo(100));
            assertThat(Extracts.events(id)).isEqualTo(100);
        } finally {
            Database.execute("drop trigger stumbling on account");
        }

        Awaitility.await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> report(id)
                .body("state", equalTo("applied")));

        report(id)
                .body("counts.taken", equalTo(120), "counts.newAccounts", equalTo(120), "counts.events", equalTo(240));
        assertThat(Extracts.events(id)).isEqualTo(240);
        assertThat(accounts).allSatisfy(line -> assertThat(line.events()).hasSize(2));
    }

    @Test
    void takesOtherMediaTypesForWhatTheyAre() {
        Accounts.as("debt-adviser")
                .contentType("application/json")
                .body("{}")
                .post(COUNCIL_TAX)
                .then()
                .statusCode(415);
        report("00000000-0000-7000-8000-000000000000").statusCode(404);
        send(HEADER + account.missedTwo(DAY)).body("bytes", greaterThanOrEqualTo(200));
    }

    private static void assertThatNothingIsLeft() {
        assertThat(Database.query("select id from account_extract where state = 'receiving'"))
                .isEmpty();
        assertThat(Database.query("select 1 from extract_line l where not exists (select 1 from account_extract e "
                        + "where e.id = l.extract_id and e.state <> 'receiving')"))
                .isEmpty();
    }

    private static HttpResponse<String> sendFromJava(HttpRequest.BodyPublisher body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:%d%s".formatted(RestAssured.port, COUNCIL_TAX)))
                .header("Authorization", "Bearer " + Accounts.token("debt-adviser"))
                .header("Content-Type", "text/csv")
                .version(HttpClient.Version.HTTP_1_1)
                .POST(body)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static byte[] tooLarge() {
        String line = Line.any().missedTwo(DAY);
        return bytes(HEADER + line.repeat(LIMIT / line.length() + 20_000));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
