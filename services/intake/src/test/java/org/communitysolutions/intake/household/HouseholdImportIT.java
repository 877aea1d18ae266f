package org.communitysolutions.intake.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.intake.Requests.API;
import static org.communitysolutions.intake.Requests.newHome;
import static org.communitysolutions.testkit.Accounts.as;
import static org.communitysolutions.testkit.Accounts.token;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

@ServiceIT
class HouseholdImportIT {

    private static final String HEADER = "uprn,occupied_from,ward,tenure,adults,children\n";

    private final long firstHome = Long.parseLong(newHome()) / 100_000 * 100_000;

    @Test
    void takesWhatIsNewKnowsItAgainAndRefusesWithLineAndReason() {
        String file = HEADER + line(1) + "x,2026-04-01,,,,\n" + line(2) + line(1) + "1,2026-02-30,,,,\n";

        load(file)
                .statusCode(200)
                .body("registered", equalTo(2))
                .body("known", equalTo(1))
                .body("refused", equalTo(2))
                .body("reasons.number", equalTo(List.of(3, 6)))
                .body("reasons[0].reason", equalTo("uprn must be 1 to 12 digits"));
        load(file).statusCode(200).body("registered", equalTo(0)).body("known", equalTo(3));

        Map<String, Object> kept = Database.query("select * from household where uprn = ?", home(1))
                .getFirst();
        assertThat(kept).containsEntry("ward", "NB-03").containsEntry("tenure", "PRIVATE_RENT");
        assertThat(Database.outboxOf((UUID) kept.get("id"))).hasSize(1);
    }

    @Test
    void takesMoreThanOneTransactionHolds() {
        String file = HEADER + IntStream.range(0, 2_500).mapToObj(this::line).collect(Collectors.joining());

        load(file)
                .statusCode(200)
                .body("registered", equalTo(2_500))
                .body("known", equalTo(0))
                .body("reasons", empty());
    }

    @Test
    void streamsAFileOfTwoHundredMegabytes() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:%d%shousehold-imports".formatted(RestAssured.port, API)))
                .header("Authorization", "Bearer " + token("team-manager"))
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> file(200_000_000)))
                .build();

        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"registered\":1");
        }
    }

    @Test
    void answersAWrongFileClearlyAndTakesNothing() {
        load("uprn;occupied_from;ward;tenure;adults;children\n" + line(1))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", containsString("wrong-header"))
                .body("detail", containsString("The separator is a comma."));
        load("").statusCode(400);
        as("team-manager")
                .contentType("text/csv; charset=windows-1252")
                .body(HEADER.getBytes(StandardCharsets.US_ASCII))
                .post(API + "household-imports")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        as("team-manager")
                .contentType("application/json")
                .body("{}")
                .post(API + "household-imports")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");

        assertThat(Database.query("select * from household where uprn = ?", home(1)))
                .isEmpty();
    }

    @Test
    void isForManagersAndOperatorsOnly() {
        as("front-door")
                .contentType("text/csv")
                .body(HEADER)
                .post(API + "household-imports")
                .then()
                .statusCode(403);
        as("platform-operator")
                .contentType("text/csv; charset=UTF-8")
                .body((HEADER + "?").getBytes(StandardCharsets.UTF_8))
                .post(API + "household-imports")
                .then()
                .statusCode(200)
                .body("reasons", hasSize(1));
    }

    private static ValidatableResponse load(String file) {
        return as("team-manager")
                .contentType("text/csv; charset=UTF-8")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post(API + "household-imports")
                .then();
    }

    private String home(int i) {
        return Long.toString(firstHome + i);
    }

    private String line(int i) {
        return home(i) + ",2026-04-01,NB-03,private-rent,2,1\n";
    }

    /** The header, one line and then blanks and line ends, made while they are sent. */
    private InputStream file(int length) {
        byte[] start = (HEADER + line(1)).getBytes(StandardCharsets.UTF_8);
        return new InputStream() {
            private int given;

            @Override
            public int read() {
                if (given == length) {
                    return -1;
                }
                int position = given++;
                return position < start.length ? start[position] : position % 900 == 0 ? '\n' : ' ';
            }

            @Override
            public int read(byte[] into, int from, int most) {
                int count = 0;
                for (int next = -1; count < most && (next = read()) != -1; count++) {
                    into[from + count] = (byte) next;
                }
                return count == 0 ? -1 : count;
            }
        };
    }
}
