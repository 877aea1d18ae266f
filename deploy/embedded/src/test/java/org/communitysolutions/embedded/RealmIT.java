package org.communitysolutions.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RealmIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Addresses addresses = RunningServers.get().addresses();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void closeClient() {
        client.close();
    }

    @ParameterizedTest
    @CsvSource({
        "front-door, welcome-and-triage",
        "universal-worker, universal",
        "targeted-worker, targeted",
        "domestic-abuse-specialist, domestic-abuse",
        "debt-adviser, debt",
        "housing-officer, housing",
        "employment-adviser, employment",
        "volunteer-coordinator, volunteering",
        "team-manager, universal targeted debt housing employment",
        "insight-analyst, ''",
        "information-governance, ''",
        "platform-operator, ''"
    })
    void anAccountSignsInWithItsRoleAndItsTeams(String role, String teams) throws Exception {
        JsonNode token = claims(token(Map.of(
                "grant_type", "password", "client_id", "local-apps", "username", role, "password", "local-only")));

        assertThat(token.at("/realm_access/roles")).extracting(JsonNode::asText).containsExactly(role);
        assertThat(token.path("teams"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder(teams.isEmpty() ? new String[0] : teams.split(" "));
        assertThat(token.get("preferred_username").asText()).isEqualTo(role);
        assertThat(token.get("sub").asText()).isNotEmpty();
        assertThat(token.get("azp").asText()).isEqualTo("local-apps");
        assertThat(token.get("aud").toString()).contains("\"community-solutions-api\"");
        assertThat(token.get("iss").asText()).isEqualTo(addresses.issuer());
        assertThat(token.get("exp").asLong() - token.get("iat").asLong()).isEqualTo(1800);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "intake",
                "case-management",
                "debt-advice",
                "homelessness-prevention",
                "employment-outcomes",
                "volunteer-coordination",
                "risk"
            })
    void aServiceSignsInAsItself(String service) throws Exception {
        JsonNode token = claims(token(Map.of(
                "grant_type", "client_credentials", "client_id", service, "client_secret", service + "-local-only")));

        assertThat(token.at("/realm_access/roles")).extracting(JsonNode::asText).containsExactly("service");
        assertThat(token.get("azp").asText()).isEqualTo(service);
        assertThat(token.get("aud").toString()).contains("\"community-solutions-api\"");
        assertThat(token.path("teams")).isEmpty();
    }

    @Test
    void aWrongPasswordGetsNoToken() throws Exception {
        HttpResponse<String> answer = token(Map.of(
                "grant_type", "password", "client_id", "local-apps", "username", "front-door", "password", "guessed"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid_grant");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8101/q/swagger-ui/oauth2-redirect.html, 200",
        "http://localhost:8080/, 200",
        "http://localhost:8101.example.org/, 400",
        "http://elsewhere.example.org/, 400"
    })
    void onlyLocalPagesMaySignPeopleIn(String redirect, int status) throws Exception {
        String query = form(Map.of(
                "response_type", "code",
                "client_id", "local-apps",
                "redirect_uri", redirect,
                "scope", "openid",
                "code_challenge_method", "S256",
                "code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));

        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(addresses.issuer() + "/protocol/openid-connect/auth?" + query))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"http://localhost:8101, true", "http://localhost:8199, false"})
    void aPageOfAServiceMayFetchTokensFromItsOwnOrigin(String origin, boolean allowed) throws Exception {
        String request = form(Map.of(
                "grant_type",
                "password",
                "client_id",
                "local-apps",
                "username",
                "front-door",
                "password",
                "local-only"));

        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(addresses.tokenEndpoint())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", origin)
                        .POST(BodyPublishers.ofString(request))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.headers()
                        .firstValue("Access-Control-Allow-Origin")
                        .filter(origin::equals)
                        .isPresent())
                .isEqualTo(allowed);
    }

    private HttpResponse<String> token(Map<String, String> parameters) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(addresses.tokenEndpoint())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form(parameters)))
                        .build(),
                BodyHandlers.ofString());
    }

    private static JsonNode claims(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String token = JSON.readTree(answer.body()).get("access_token").asText();
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
