package org.communitysolutions.local.story;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.communitysolutions.local.LocalPlatform;
import org.communitysolutions.local.Rest;
import org.communitysolutions.local.Service;

/** What people of the front line do, each with the account of their role. */
final class FrontLine {

    /** All local accounts; each is named after its role. */
    static final List<String> ACCOUNTS = List.of(
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
            "platform-operator");

    private final LocalPlatform platform;
    private final Rest rest;

    FrontLine(LocalPlatform platform, Rest rest) {
        this.platform = platform;
        this.rest = rest;
    }

    URI address(Service service, String path) {
        return platform.address(service).resolve("/api/" + service.code() + "/v1/" + path);
    }

    String token(String account) {
        return rest.token(account);
    }

    Rest.Answer importHouseholds(String csv) {
        return rest.postCsv("team-manager", address(Service.INTAKE, "household-imports"), csv);
    }

    Rest.Answer importCouncilTax(String csv) {
        return rest.postCsv("debt-adviser", address(Service.DEBT_ADVICE, "council-tax-extracts"), csv);
    }

    Rest.Answer read(String account, URI address) {
        return rest.get(account, address);
    }

    /** The id of whoever lives at a home. */
    UUID household(String uprn) {
        JsonNode found = create("front-door", Service.INTAKE, "households/search", Map.of("uprn", uprn))
                .good()
                .body()
                .path("items");
        return UUID.fromString(found.path(0).path("id").asText());
    }

    /** Registers an invented person who lives in a household. */
    UUID member(UUID household, String name, String from) {
        UUID person = UUID.fromString(create("front-door", Service.INTAKE, "people", Map.of("name", name))
                .good()
                .body()
                .path("id")
                .asText());
        create(
                        "front-door",
                        Service.INTAKE,
                        "households/" + household + "/members",
                        Map.of("personId", person.toString(), "role", "liable-person", "from", from))
                .good();
        return person;
    }

    Rest.Answer create(String account, Service service, String path, Map<String, ?> body) {
        return rest.post(account, address(service, path), body, UUID.randomUUID());
    }

    /** All tasks that wait for a team, page by page. */
    List<JsonNode> queue(String account, String team) {
        List<JsonNode> tasks = new ArrayList<>();
        URI page = address(Service.CASE_MANAGEMENT, "teams/" + team + "/tasks?limit=100");
        while (page != null) {
            Rest.Answer answer = rest.get(account, page).good();
            answer.body().path("items").forEach(tasks::add);
            page = answer.next().orElse(null);
        }
        return tasks;
    }

    /** How a team's queue answers to someone. */
    int statusOfQueue(String account, String team) {
        return rest.get(account, address(Service.CASE_MANAGEMENT, "teams/" + team + "/tasks"))
                .status();
    }

    Rest.Answer claim(String account, String task) {
        return create(account, Service.CASE_MANAGEMENT, "tasks/" + task + "/claim", Map.of());
    }

    Rest.Answer complete(String account, String task, String outcome) {
        return create(account, Service.CASE_MANAGEMENT, "tasks/" + task + "/complete", Map.of("outcome", outcome));
    }

    JsonNode oneView(String account, UUID household) {
        return rest.get(account, address(Service.RISK, "households/" + household + "/one-view"))
                .good()
                .body();
    }

    /** What waits for the debt team because of a rule. */
    List<JsonNode> debtQueue(String rule) {
        return debtQueue().stream()
                .filter(task -> task.path("rule").asText().equals(rule))
                .toList();
    }

    List<JsonNode> debtQueue() {
        return queue("debt-adviser", "debt");
    }

    /** How many lines of an extract are taken so far. */
    int takenBy(URI report) {
        return report(report).path("counts").path("taken").asInt();
    }

    JsonNode awaitApplied(URI report) {
        Callable<JsonNode> read = () -> report(report);
        return await().atMost(Stage.LIMIT)
                .pollInterval(Duration.ofMillis(50))
                .until(read, body -> body.path("state").asText().equals("applied"));
    }

    private JsonNode report(URI report) {
        return read("debt-adviser", report).good().body();
    }

    List<JsonNode> linesOf(URI report, String outcome) {
        return Answers.items(read("debt-adviser", URI.create(report + "/lines?outcome=" + outcome))
                .good()
                .body());
    }

    /** The ids of whoever lives at these homes. */
    Set<UUID> households(Set<String> uprns) {
        return uprns.stream().map(this::household).collect(Collectors.toCollection(TreeSet::new));
    }
}
