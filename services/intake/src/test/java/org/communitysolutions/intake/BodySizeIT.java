package org.communitysolutions.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.intake.Requests.API;
import static org.communitysolutions.testkit.Accounts.as;
import static org.communitysolutions.testkit.Accounts.token;
import static org.hamcrest.Matchers.containsString;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

@ServiceIT
class BodySizeIT {

    private static final String TOO_LARGE = "{\"name\":\"%s\"}".formatted("x".repeat(1_100_000));

    @Test
    void refusesABodyThatSaysItIsTooLarge() {
        as("front-door")
                .contentType(ContentType.JSON)
                .body(TOO_LARGE)
                .post(API + "people")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", containsString("body-too-large"));
    }

    @Test
    void refusesABodyThatTurnsOutTooLarge() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:%d%speople".formatted(RestAssured.port, API)))
                .header("Authorization", "Bearer " + token("front-door"))
                .header("Content-Type", "application/json")
                .version(HttpClient.Version.HTTP_1_1)
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(TOO_LARGE.getBytes(StandardCharsets.UTF_8))))
                .build();

        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(413);
        }
    }

    @Test
    void takesABodyThatIsJustSmallEnough() {
        as("front-door")
                .contentType(ContentType.JSON)
                .body("{\"name\":\"%s\"}".formatted("x".repeat(1_000_000)))
                .post(API + "people")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", containsString("/name"));
    }
}
