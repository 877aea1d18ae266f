package org.communitysolutions.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who may call what, held against the running service: every endpoint that its OpenAPI document names, for every role of
 * the realm and for a caller without a token.
 *
 * <p>The table is {@code roles.txt} among the service's test resources, a line for each endpoint: {@code GET
 * /api/intake/v1/households/{id}: front-door, universal-worker}. It says who may on purpose; the annotations have to
 * agree.
 */
public final class RoleMatrix {

    private static final List<String> ROLES = List.of(
            "front-door",
            "universal-worker",
            "targeted-worker",
            "domestic-abuse-specialist",
            "debt-adviser",
            "housing-officer",
            "employment-adviser",
            "volunteer-coordinator",
            "team-manager",
            "insight-analyst",
            "information-governance",
            "platform-operator",
            "service");

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private RoleMatrix() {}

    /** One way to call the service; the media type is that of its body, if it takes one. */
    private record Endpoint(String method, String path, String mediaType) {
        String name() {
            return method + " " + path;
        }
    }

    /**
     * Calls every endpoint as everyone, with an id that no record has and an empty body, so that nothing is changed.
     *
     * @throws AssertionError that names each endpoint and role where the answer is not the table's, and each endpoint
     *     that stands in only one of table and service
     */
    public static void check() {
        Map<String, Set<String>> table = table();
        List<String> wrong = new ArrayList<>();
        Map<String, Endpoint> endpoints = endpoints();
        TreeSet<String> unknown = new TreeSet<>(table.keySet());
        unknown.removeAll(endpoints.keySet());
        unknown.forEach(name -> wrong.add("roles.txt has a line for " + name + ", the service has no such endpoint"));
        for (Endpoint endpoint : endpoints.values()) {
            Set<String> allowed = table.get(endpoint.name());
            if (allowed == null) {
                wrong.add("roles.txt has no line for " + endpoint.name());
            } else {
                checkEndpoint(endpoint, allowed, wrong);
            }
        }
        if (!wrong.isEmpty()) {
            throw new AssertionError(String.join("\n", wrong));
        }
    }

    private static void checkEndpoint(Endpoint endpoint, Set<String> allowed, List<String> wrong) {
        int withoutToken = call(endpoint, RestAssured.given()).statusCode();
        if (withoutToken != 401) {
            wrong.add("%s answers %d without a token".formatted(endpoint.name(), withoutToken));
        }
        for (String role : ROLES) {
            RequestSpecification caller =
                    role.equals("service") ? Accounts.asService(TestedService.name()) : Accounts.as(role);
            Response answer = call(endpoint, caller);
            if (isLetIn(answer) != allowed.contains(role)) {
                wrong.add("%s answers %d to %s, who may%s call it"
                        .formatted(endpoint.name(), answer.statusCode(), role, allowed.contains(role) ? "" : " not"));
            }
        }
    }

    /** Whether the role sufficed; what else may be refused, as to members of other teams, is another problem type. */
    private static boolean isLetIn(Response answer) {
        return switch (answer.statusCode()) {
            case 401 -> false;
            case 403 -> !answer.jsonPath().getString("type").endsWith("/forbidden");
            default -> true;
        };
    }

    private static Response call(Endpoint endpoint, RequestSpecification caller) {
        RequestSpecification request = caller;
        if (!endpoint.mediaType().isEmpty()) {
            request = request.contentType(endpoint.mediaType())
                    .body(endpoint.mediaType().contains("json") ? "{}" : "x\n");
        }
        String path = endpoint.path().replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
        return request.request(endpoint.method(), path);
    }

    private static Map<String, Endpoint> endpoints() {
        Map<String, Endpoint> found = new TreeMap<>();
        for (Map.Entry<String, JsonNode> path : openApi().path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    Endpoint endpoint = endpoint(operation.getKey(), path.getKey(), operation.getValue());
                    found.put(endpoint.name(), endpoint);
                }
            }
        }
        if (found.isEmpty()) {
            throw new AssertionError("The service's OpenAPI document names no endpoint");
        }
        return found;
    }

    private static Endpoint endpoint(String method, String path, JsonNode operation) {
        JsonNode content = operation.at("/requestBody/content");
        String mediaType = content.isEmpty() ? "" : content.fieldNames().next();
        return new Endpoint(method.toUpperCase(Locale.ROOT), path, mediaType);
    }

    private static JsonNode openApi() {
        try {
            return new ObjectMapper()
                    .readTree(RestAssured.given()
                            .get("/q/openapi?format=json")
                            .then()
                            .statusCode(200)
                            .extract()
                            .asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Set<String>> table() {
        Map<String, Set<String>> table = new LinkedHashMap<>();
        for (String line : lines()) {
            String[] parts = line.split(": *", 2);
            table.put(parts[0], roles(parts.length > 1 ? parts[1] : ""));
        }
        return table;
    }

    private static Set<String> roles(String list) {
        Set<String> roles = Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(role -> !role.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> misspelt = new TreeSet<>(roles);
        misspelt.removeAll(ROLES);
        if (!misspelt.isEmpty()) {
            throw new AssertionError("roles.txt names roles that the realm does not have: " + misspelt);
        }
        return roles;
    }

    private static List<String> lines() {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream("roles.txt")) {
            if (file == null) {
                throw new AssertionError("The service's test resources lack roles.txt");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
