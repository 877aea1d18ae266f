package org.communitysolutions.testkit;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.communitysolutions.embedded.Addresses;

/** The local realm's accounts: one for each role, named after it, signed in through Keycloak. */
public final class Accounts {

    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private Accounts() {}

    /** A request by the account of that role: {@code as("front-door").get("/api/…")}. */
    public static RequestSpecification as(String role) {
        return RestAssured.given().auth().oauth2(token(role));
    }

    /** A request by a service's own account. */
    public static RequestSpecification asService(String service) {
        return RestAssured.given()
                .auth()
                .oauth2(TOKENS.computeIfAbsent(
                        "service:" + service,
                        key -> token(Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                service,
                                "client_secret",
                                service + "-local-only"))));
    }

    /** An access token of the account of that role; kept for the length of the test run. */
    public static String token(String role) {
        return TOKENS.computeIfAbsent(
                role,
                account -> token(Map.of(
                        "grant_type", "password",
                        "client_id", "local-apps",
                        "username", account,
                        "password", "local-only",
                        "scope", "openid")));
    }

    private static String token(Map<String, String> form) {
        Addresses servers = RealServers.addresses();
        return RestAssured.given()
                .formParams(form)
                .post(servers.tokenEndpoint())
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }
}
