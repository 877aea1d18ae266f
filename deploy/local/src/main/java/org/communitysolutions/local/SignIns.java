package org.communitysolutions.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Signs local accounts in through Keycloak, and keeps their access tokens for as long as they are good. */
final class SignIns implements UnaryOperator<String> {

    /** Before the end of a token's life, so that none ends on its way. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private record Token(String value, long goodUntil) {}

    private final URI tokenEndpoint;
    private final Function<HttpRequest, Rest.Answer> exchange;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    SignIns(URI tokenEndpoint, Function<HttpRequest, Rest.Answer> exchange) {
        this.tokenEndpoint = tokenEndpoint;
        this.exchange = exchange;
    }

    @Override
    public String apply(String account) {
        // One sign-in at a time for each account: Keycloak takes a second one beside it for guessing, and refuses it.
        return tokens.compute(
                        account,
                        (name, known) -> known != null && known.goodUntil > System.nanoTime() ? known : signIn(name))
                .value;
    }

    private Token signIn(String account) {
        // Local only: the password of every account in the local realm.
        String form = form(Map.of(
                "grant_type", "password",
                "client_id", "local-apps",
                "username", account,
                "password", "local-only",
                "scope", "openid"));
        JsonNode body = exchange.apply(Rest.request(tokenEndpoint)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build())
                .good()
                .body();
        long life = Duration.ofSeconds(body.path("expires_in").asLong())
                .minus(MARGIN)
                .toNanos();
        return new Token(body.path("access_token").asText(), System.nanoTime() + life);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
