package org.communitysolutions.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.communitysolutions.embedded.Addresses;
import org.communitysolutions.embedded.ServerException;

/** The services' REST as front-line apps use it, signed in with the local accounts. */
public final class Rest implements AutoCloseable {

    /** Of an answer of 2xx only. */
    private static final int GOOD = 2;

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>[^,]*rel=\"?next");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final UnaryOperator<String> tokens;

    /** With tokens that Keycloak gives. */
    public Rest(Addresses servers) {
        this(servers.tokenEndpoint());
    }

    /** With tokens that are to be had there, for a name and the password of all local accounts. */
    public Rest(URI tokenEndpoint) {
        this.tokens = new SignIns(tokenEndpoint, this::exchange);
    }

    /** @param tokens gives an access token for the name of an account */
    public Rest(UnaryOperator<String> tokens) {
        this.tokens = tokens;
    }

    /**
     * What a service answered.
     *
     * @param body missing when there is none
     * @param location of what was created or accepted
     * @param next the next page of a list
     */
    public record Answer(int status, JsonNode body, Optional<URI> location, Optional<URI> next) {

        /**
         * The same answer.
         *
         * @throws ServerException with what the service said, if the status is not 2xx
         */
        public Answer good() {
            if (status / 100 != GOOD) {
                throw new ServerException("A service answered with status %d: %s".formatted(status, body));
            }
            return this;
        }
    }

    /** Reads. */
    public Answer get(String account, URI address) {
        return send(account, request(address).GET());
    }

    /** Sends JSON. The same key with the same body creates once, however often it is sent. */
    public Answer post(String account, URI address, Object body, UUID idempotencyKey) {
        return send(
                account,
                request(address)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", idempotencyKey.toString())
                        .POST(BodyPublishers.ofString(write(body))));
    }

    /** Sends CSV. */
    public Answer postCsv(String account, URI address, String csv) {
        return send(account, request(address).header("Content-Type", "text/csv").POST(BodyPublishers.ofString(csv)));
    }

    static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(LIMIT);
    }

    private Answer send(String account, HttpRequest.Builder request) {
        return exchange(
                request.header("Authorization", "Bearer " + token(account)).build());
    }

    /**
     * An access token of an account.
     *
     * @throws ServerException if there is none to be had
     */
    public String token(String account) {
        return tokens.apply(account);
    }

    private Answer exchange(HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    JSON.readTree(answer.body()),
                    answer.headers().firstValue("Location").map(request.uri()::resolve),
                    answer.headers().allValues("Link").stream()
                            .map(NEXT::matcher)
                            .filter(Matcher::find)
                            .map(link -> URI.create(link.group(1)))
                            .findFirst());
        } catch (IOException unanswered) {
            throw new ServerException(
                    "%s %s was not answered: %s".formatted(request.method(), request.uri(), unanswered), unanswered);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ServerException(request.uri() + " was interrupted.", interrupted);
        }
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("This is no JSON.", unwritable);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
