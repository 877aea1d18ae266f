package org.communitysolutions.debtadvice.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Speaks intake's part of the contract over real HTTP: registers whatever home it is asked to, once. */
public class IntakeStandIn implements QuarkusTestResourceLifecycleManager {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> REGISTERED = ConcurrentHashMap.newKeySet();
    private static final List<String> SUBJECTS = new CopyOnWriteArrayList<>();
    private static final AtomicInteger LARGEST = new AtomicInteger();
    private static volatile int status = 200;

    private HttpServer server;

    /** The household that lives at that home; the same every time. */
    static UUID householdAt(String uprn) {
        return UUID.nameUUIDFromBytes(uprn.getBytes(StandardCharsets.US_ASCII));
    }

    static boolean hasRegistered(String uprn) {
        return REGISTERED.contains(uprn);
    }

    /** For whom it was asked. */
    static List<String> subjects() {
        return SUBJECTS;
    }

    /** The most registrations that one call asked for. */
    static int largestCall() {
        return LARGEST.get();
    }

    /** Lets it answer with that status from now on; 200 brings it back. */
    static void answerWith(int other) {
        status = other;
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api/intake/v1/household-registrations", IntakeStandIn::register);
        server.start();
        return Map.of(
                "quarkus.rest-client.intake.url",
                "http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private static void register(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode asked = JSON.readTree(exchange.getRequestBody());
            boolean signedIn = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                    .startsWith("Bearer ");
            if (status != 200 || !signedIn) {
                exchange.sendResponseHeaders(signedIn ? status : 401, -1);
                return;
            }
            SUBJECTS.add(exchange.getRequestHeaders().getFirst("On-Behalf-Of"));
            LARGEST.accumulateAndGet(asked.path("registrations").size(), Math::max);
            byte[] answer = JSON.writeValueAsBytes(answer(asked));
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static ObjectNode answer(JsonNode asked) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode households = answer.putArray("households");
        for (JsonNode registration : asked.path("registrations")) {
            String uprn = registration.path("uprn").asText();
            households
                    .addObject()
                    .put("uprn", uprn)
                    .put("on", registration.path("on").asText())
                    .put("householdId", householdAt(uprn).toString())
                    .put("isNew", REGISTERED.add(uprn));
        }
        return answer;
    }
}
