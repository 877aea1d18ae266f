package org.communitysolutions.intake;

import static org.communitysolutions.testkit.Accounts.as;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Requests that many tests begin with. Each home is another, so that tests do not meet. */
public final class Requests {

    public static final String API = "/api/intake/v1/";

    private Requests() {}

    /** A home that no other test knows. */
    public static String newHome() {
        return Long.toString(ThreadLocalRandom.current().nextLong(100_000_000_000L, 999_999_999_999L));
    }

    public static ValidatableResponse post(String role, String path, String body) {
        return as(role).contentType(ContentType.JSON)
                .body(body)
                .post(API + path)
                .then();
    }

    public static ValidatableResponse get(String role, String path) {
        return as(role).get(API + path).then();
    }

    public static UUID household() {
        return id(post("front-door", "households", "{\"uprn\":\"%s\",\"on\":\"2026-04-01\"}".formatted(newHome()))
                .statusCode(201));
    }

    public static UUID person(String name) {
        return id(post("front-door", "people", "{\"name\":\"%s\"}".formatted(name))
                .statusCode(201));
    }

    public static UUID id(ValidatableResponse answer) {
        return UUID.fromString(answer.extract().path("id"));
    }
}
