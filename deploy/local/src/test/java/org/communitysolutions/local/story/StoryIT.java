package org.communitysolutions.local.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.communitysolutions.embedded.ProjectTree;
import org.communitysolutions.local.Rest;
import org.communitysolutions.local.Service;
import org.communitysolutions.local.borough.Extract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The story of the platform, told on all of it as real processes: a council-tax extract goes in, and early-help tasks
 * stand in a team's queue, each once, whatever is killed in between. Its parts follow one another.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoryIT {

    private static final String MISSED_TWICE = "council-tax-missed-twice";
    private static final String AT_COURT_WITH_CHILDREN = "recovery-with-children";
    private static final String JOB_LOSS = Traces.newTrace();
    private static final String DISCLOSURE = Traces.newTrace();
    private static LocalDate today;

    private static final Narrator NARRATOR = new Narrator();
    private static Stage stage;
    private static FrontLine frontLine;
    private static Extract extract;
    private static JsonNode oneView;

    @BeforeAll
    static void everythingRuns() {
        today = LocalDate.now(ZoneId.of("Europe/London"));
        stage = new Stage(NARRATOR);
        frontLine = stage.frontLine();
        extract = Extract.of500Accounts(today);
    }

    @AfterAll
    static void everythingStops() {
        if (oneView != null) {
            Path page = NARRATOR.page(ProjectTree.find().root().resolve("deploy/local/target/story"), oneView);
            NARRATOR.chapter("To look at: " + page.toUri());
        }
        if (stage != null) {
            stage.close();
        }
    }

    @Test
    @Order(1)
    void everybodySignsInThroughKeycloakAndIsKnownByTheirRole() {
        NARRATOR.chapter("Everybody signs in");

        for (String account : FrontLine.ACCOUNTS) {
            String claims = new String(
                    Base64.getUrlDecoder().decode(frontLine.token(account).split("\\.", -1)[1]),
                    StandardCharsets.UTF_8);
            assertThat(claims)
                    .contains("\"" + account + "\"")
                    .contains(stage.platform().servers().issuer());
        }

        NARRATOR.tell("%d accounts signed in through Keycloak.".formatted(FrontLine.ACCOUNTS.size()));
    }

    @Test
    @Order(2)
    void anExtractIsTakenAndItsReportNamesTheLineThatWasRefusedAndWhy() {
        NARRATOR.chapter("A council-tax extract of 500 accounts comes in");
        frontLine.importHouseholds(extract.households()).good();
        stage.awaitWorkedThrough(Service.DEBT_ADVICE);

        long sent = System.nanoTime();
        Rest.Answer accepted = frontLine.importCouncilTax(extract.councilTax());

        assertThat(accepted.status()).isEqualTo(202);
        JsonNode report = frontLine.awaitApplied(accepted.location().orElseThrow());
        NARRATOR.tell("Applied %s after it was sent.".formatted(Narrator.seconds(since(sent))));
        JsonNode counts = report.path("counts");
        assertThat(counts.path("lines").asInt()).isEqualTo(500);
        assertThat(counts.path("taken").asInt()).isEqualTo(499);
        assertThat(counts.path("unchanged").asInt()).isZero();
        assertThat(counts.path("refused").asInt()).isEqualTo(1);
        List<JsonNode> refused = frontLine.linesOf(accepted.location().orElseThrow(), "refused");
        assertThat(refused).hasSize(1);
        assertThat(refused.getFirst().path("number").asInt()).isEqualTo(extract.malformedLine());
        assertThat(refused.getFirst().path("field").asText()).isEqualTo("balance");
        assertThat(refused.getFirst().path("sentence").asText()).isNotBlank();
        NARRATOR.tell("499 lines taken; line %d refused, field %s: %s"
                .formatted(
                        extract.malformedLine(),
                        refused.getFirst().path("field").asText(),
                        refused.getFirst().path("sentence").asText()));

        Set<UUID> expected = frontLine.households(extract.missedTwice());
        await().atMost(Stage.LIMIT)
                .until(() -> Answers.households(frontLine.debtQueue(MISSED_TWICE)), expected::equals);
        NARRATOR.tell("%d tasks stand in the debt team's queue, %s after the extract was sent."
                .formatted(expected.size(), Narrator.seconds(since(sent))));
    }

    @Test
    @Order(3)
    void theExpectedTasksStandInTheQueueAndNoOthersAnywhere() {
        stage.awaitWorkedThrough(Service.RISK, Service.CASE_MANAGEMENT);

        List<JsonNode> missed = frontLine.debtQueue(MISSED_TWICE);
        List<JsonNode> atCourt = frontLine.debtQueue(AT_COURT_WITH_CHILDREN);
        assertThat(missed)
                .hasSize(extract.missedTwice().size())
                .allSatisfy(task -> assertThat(task.path("kind").asText()).isEqualTo("call-household"));
        assertThat(Answers.households(missed)).isEqualTo(frontLine.households(extract.missedTwice()));
        assertThat(atCourt).hasSize(extract.atCourtWithChildren().size());
        assertThat(Answers.households(atCourt)).isEqualTo(frontLine.households(extract.atCourtWithChildren()));
        assertThat(frontLine.debtQueue()).hasSize(missed.size() + atCourt.size());
        for (String team : List.of("universal", "targeted", "housing", "employment")) {
            assertThat(frontLine.queue("team-manager", team)).isEmpty();
        }
        assertThat(extract.missedTwice()).contains(extract.newUprn()).doesNotContain(extract.malformedUprn());
        NARRATOR.tell("One of them is for a home that no service knew before; the refused line raised none.");
    }

    @Test
    @Order(4)
    void aUniversalWorkerReadsOneViewWithItsReasonsClaimsTheTaskAndCompletesIt() {
        NARRATOR.chapter("Somebody in a household that is behind with its council tax loses a job");
        UUID household = frontLine.household(extract.behindOnce().first());
        UUID person =
                frontLine.member(household, "Sample Person", today.minusYears(1).toString());
        stage.tell(
                JOB_LOSS,
                "employment-adviser",
                frontLine.address(Service.EMPLOYMENT_OUTCOMES, "job-losses"),
                Map.of(
                        "householdId", household.toString(),
                        "personId", person.toString(),
                        "on", today.minusDays(3).toString()));
        JsonNode task = await().atMost(Stage.LIMIT)
                .until(() -> frontLine.queue("universal-worker", "universal"), tasks -> tasks.size() == 1)
                .getFirst();
        String id = task.path("id").asText();

        oneView = await().atMost(Stage.LIMIT)
                .until(
                        () -> frontLine.oneView("universal-worker", household),
                        view -> Answers.taskIn(view, id) != null);
        Rest.Answer claimed = frontLine.claim("universal-worker", id);
        Rest.Answer tooLate = frontLine.claim("team-manager", id);
        Rest.Answer completed = frontLine.complete("universal-worker", id, "helped");

        assertThat(Answers.factors(oneView)).contains("council-tax-arrears", "out-of-work");
        JsonNode seen = Answers.taskIn(oneView, id);
        NARRATOR.tell("One View says why: %s".formatted(seen.path("reason").asText()));
        assertThat(Answers.events(oneView)).containsAll(Answers.reasons(seen));
        assertThat(claimed.status()).isEqualTo(200);
        assertThat(tooLate.status()).isEqualTo(409);
        assertThat(completed.good().body().path("state").asText()).isEqualTo("completed");
        assertThat(frontLine.queue("universal-worker", "universal")).isEmpty();
        NARRATOR.tell("The universal worker claimed the task (a second claim was refused) and completed it: helped.");
        await().atMost(Stage.LIMIT)
                .untilAsserted(() -> assertThat(Answers.taskIn(frontLine.oneView("universal-worker", household), id)
                                .path("outcome")
                                .asText())
                        .isEqualTo("helped"));
    }

    @Test
    @Order(5)
    void aDisclosureReachesTheSpecialistsQueueAndNobodyElse() {
        NARRATOR.chapter("Domestic abuse is disclosed at the front door");
        UUID household = frontLine.household(extract.paidUp().first());
        UUID person = frontLine.member(
                household, "Another Sample", today.minusYears(1).toString());
        stage.awaitWorkedThrough(Service.RISK);
        JsonNode before = frontLine.oneView("universal-worker", household);

        stage.tell(
                DISCLOSURE,
                "front-door",
                frontLine.address(Service.INTAKE, "disclosures"),
                Map.of("householdId", household.toString(), "personId", person.toString(), "dashScore", 15));

        JsonNode task = await().atMost(Stage.LIMIT)
                .until(() -> frontLine.queue("domestic-abuse-specialist", "domestic-abuse"), tasks -> tasks.size() == 1)
                .getFirst();
        assertThat(task.path("householdId").asText()).isEqualTo(household.toString());
        assertThat(task.path("restricted").asBoolean()).isTrue();
        stage.awaitWorkedThrough(Service.RISK, Service.CASE_MANAGEMENT);
        assertThat(frontLine.oneView("universal-worker", household)).isEqualTo(before);
        assertThat(Answers.factors(frontLine.oneView("domestic-abuse-specialist", household)))
                .contains("domestic-abuse");
        for (String account : List.of("universal-worker", "team-manager", "debt-adviser", "front-door")) {
            URI one = frontLine.address(
                    Service.CASE_MANAGEMENT, "tasks/" + task.path("id").asText());
            assertThat(frontLine.read(account, one).status()).isEqualTo(404);
            assertThat(frontLine.statusOfQueue(account, "domestic-abuse")).isNotEqualTo(200);
        }
        NARRATOR.tell("Due %s in the specialists' queue; for all others nothing has changed."
                .formatted(task.path("dueOn").asText()));
    }

    @Test
    @Order(6)
    void theSameFileAgainChangesNothing() {
        NARRATOR.chapter("The same extract comes in again");
        List<JsonNode> before = frontLine.debtQueue();
        UUID household = frontLine.household(extract.missedTwice().last());
        JsonNode viewBefore = frontLine.oneView("universal-worker", household);

        Rest.Answer again = frontLine.importCouncilTax(extract.councilTax());

        assertThat(again.good().body().path("outcome").asText()).isEqualTo("unchanged");
        stage.awaitWorkedThrough(Service.RISK, Service.CASE_MANAGEMENT);
        assertThat(frontLine.debtQueue()).isEqualTo(before);
        assertThat(frontLine.oneView("universal-worker", household)).isEqualTo(viewBefore);
        NARRATOR.tell("Its report says unchanged; no task, no event and no factor came of it.");
    }

    @Test
    @Order(7)
    void nothingIsLostOrDoubledWhenServicesAreKilledInTheMiddleOfAnImport() {
        NARRATOR.chapter("A larger extract comes in, and services are killed in the middle of it");
        Extract larger = Extract.ofAccounts(today, 500, 20_500);
        frontLine.importHouseholds(larger.households()).good();
        stage.awaitWorkedThrough(Service.DEBT_ADVICE);
        Set<UUID> expected = new TreeSet<>(Answers.households(frontLine.debtQueue(MISSED_TWICE)));
        Set<UUID> atCourt = new TreeSet<>(Answers.households(frontLine.debtQueue(AT_COURT_WITH_CHILDREN)));

        URI report = frontLine.importCouncilTax(larger.councilTax()).location().orElseThrow();
        await().atMost(Stage.LIMIT).pollInterval(Duration.ofMillis(5)).until(() -> frontLine.takenBy(report) > 0);
        stage.platform().kill(Service.DEBT_ADVICE);
        NARRATOR.tell("debt-advice was killed while it applied the extract.");
        await().atMost(Stage.LIMIT)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> frontLine.debtQueue().size() > expected.size() + atCourt.size());
        stage.platform().kill(Service.CASE_MANAGEMENT);
        NARRATOR.tell("case-management was killed while tasks came in.");
        stage.platform().restart(Service.DEBT_ADVICE);
        stage.platform().restart(Service.CASE_MANAGEMENT);

        JsonNode counts = frontLine.awaitApplied(report).path("counts");
        assertThat(counts.path("taken").asInt()).isEqualTo(20_000);
        expected.addAll(frontLine.households(larger.missedTwice()));
        atCourt.addAll(frontLine.households(larger.atCourtWithChildren()));
        await().atMost(Stage.LIMIT)
                .until(() -> Answers.households(frontLine.debtQueue(MISSED_TWICE)), expected::equals);
        await().atMost(Stage.LIMIT)
                .until(() -> Answers.households(frontLine.debtQueue(AT_COURT_WITH_CHILDREN)), atCourt::equals);
        stage.awaitWorkedThrough(Service.RISK, Service.CASE_MANAGEMENT);
        assertThat(frontLine.debtQueue()).hasSize(expected.size() + atCourt.size());
        NARRATOR.tell(
                "Both were started again: all 20,000 accounts are taken, and %,d tasks stand for what was missed, one for each household."
                        .formatted(expected.size()));
    }

    @Test
    @Order(8)
    void oneTraceLeadsFromTheLostJobToTheTaskAndNoneTellsOfTheDisclosure() {
        NARRATOR.chapter("Operators look at traces, metrics and logs");
        List<String> personal = List.of(
                frontLine.household(extract.behindOnce().first()).toString(),
                frontLine.household(extract.paidUp().first()).toString(),
                "Sample");

        stage.watchers().assertOneTraceFromTheRequestToTheTask(JOB_LOSS);

        stage.watchers().assertTracesTellNothingOf(DISCLOSURE, personal);
    }

    @Test
    @Order(9)
    void whatDashboardsAndAlertsNameIsExportedAndWhatFailsIsLoggedWithItsTraceAndNothingPersonal() {
        stage.watchers().assertAFailureIsToldInJsonAndWithoutWhatItIsAbout(frontLine, Traces.newTrace());

        stage.watchers().assertDashboardsAndAlertsHaveTheirMetrics();
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
