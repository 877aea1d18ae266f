package org.communitysolutions.local.borough;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.communitysolutions.local.LocalPlatform;
import org.communitysolutions.local.Rest;
import org.communitysolutions.local.Service;

/**
 * What befell a few dozen households besides their accounts: jobs lost, needs, homelessness, disclosures. They are told to
 * the services as workers would, so that each rule finds somebody. The same happening told twice happens once.
 */
final class Happenings {

    private static final int AMONG_FIRST = 2_000;

    private final LocalPlatform platform;
    private final Rest rest;
    private final Borough borough;

    Happenings(LocalPlatform platform, Rest rest, Borough borough) {
        this.platform = platform;
        this.rest = rest;
        this.borough = borough;
    }

    /** All of them, in a borough of so many homes; each is told when it is run. */
    List<Runnable> among(int homes) {
        int count = Math.min(homes, AMONG_FIRST);
        return Stream.of(
                        some(count, 12, home -> behind(home) && home.tenure() != Tenure.PRIVATE_RENT, this::jobLost),
                        some(count, 8, home -> behind(home) && home.tenure() == Tenure.PRIVATE_RENT, this::oneMoreBlow),
                        some(count, 6, home -> !behind(home) && home.children() > 1, this::shortOfFood),
                        some(count, 4, home -> !behind(home) && home.children() == 0, this::losingTheHome),
                        some(count, 3, home -> !behind(home) && home.children() == 1, this::abuseDisclosed))
                .flatMap(happenings -> happenings)
                .toList();
    }

    private Stream<Runnable> some(int count, int most, Predicate<Home> which, Consumer<Home> happening) {
        return borough.homes(0, count).filter(which).limit(most).map(home -> () -> happening.accept(home));
    }

    private static boolean behind(Home home) {
        return home.councilTax().missed() > 0;
    }

    private void jobLost(Home home) {
        UUID household = household(home);
        tell(
                home,
                "employment-adviser",
                Service.EMPLOYMENT_OUTCOMES,
                "job-losses",
                Map.of("householdId", household, "personId", member(home, household), "on", daysAgo(20)));
    }

    private void oneMoreBlow(Home home) {
        UUID household = household(home);
        UUID person = member(home, household);
        tell(
                home,
                "employment-adviser",
                Service.EMPLOYMENT_OUTCOMES,
                "participants",
                Map.of(
                        "householdId",
                        household,
                        "personId",
                        person,
                        "status",
                        "unemployed",
                        "enrolledOn",
                        daysAgo(10)));
        need(home, household, "mental-health");
    }

    private void shortOfFood(Home home) {
        need(home, household(home), "food");
    }

    private void losingTheHome(Home home) {
        tell(
                home,
                "housing-officer",
                Service.HOMELESSNESS_PREVENTION,
                "applications",
                Map.of(
                        "householdId",
                        household(home),
                        "cause",
                        "family-or-friends-no-longer-able",
                        "approachedOn",
                        daysAgo(5)));
    }

    private void abuseDisclosed(Home home) {
        UUID household = household(home);
        tell(
                home,
                "front-door",
                Service.INTAKE,
                "disclosures",
                Map.of("householdId", household, "personId", member(home, household), "dashScore", 11));
    }

    private void need(Home home, UUID household, String need) {
        tell(
                home,
                "front-door",
                Service.INTAKE,
                "households/" + household + "/needs",
                Map.of("need", need, "severity", "medium"));
    }

    private UUID household(Home home) {
        return UUID.fromString(
                tell(home, "front-door", Service.INTAKE, "households/search", Map.of("uprn", home.uprn()))
                        .body()
                        .path("items")
                        .path(0)
                        .path("id")
                        .asText());
    }

    /** Somebody plainly invented who lives there. */
    private UUID member(Home home, UUID household) {
        UUID person = UUID.fromString(
                tell(home, "front-door", Service.INTAKE, "people", Map.of("name", "Sample Person " + home.index()))
                        .body()
                        .path("id")
                        .asText());
        tell(
                home,
                "front-door",
                Service.INTAKE,
                "households/" + household + "/members",
                Map.of(
                        "personId",
                        person,
                        "role",
                        "liable-person",
                        "from",
                        home.occupiedFrom().toString()));
        return person;
    }

    private Rest.Answer tell(Home home, String account, Service service, String path, Map<String, ?> body) {
        URI address = platform.address(service).resolve("/api/" + service.code() + "/v1/" + path);
        String once = "%d %s %s %s".formatted(borough.seed(), home.uprn(), path, body);
        return rest.post(account, address, body, UUID.nameUUIDFromBytes(once.getBytes(StandardCharsets.UTF_8)))
                .good();
    }

    private String daysAgo(int days) {
        LocalDate day = borough.asAt().minusDays(days);
        return day.toString();
    }
}
