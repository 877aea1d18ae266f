package org.communitysolutions.local.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reads the events of a borough as an outsider would, and holds what they amount to against the truth. */
class TruthTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate LAST = LocalDate.of(2026, 11, 21);
    private static final Map<String, List<Told>> BY_HOUSEHOLD = new HashMap<>();
    private static final List<String[]> ROWS = new ArrayList<>();

    private record Told(EventType type, LocalDate on, JsonNode data) {

        String text(String field) {
            return data.path(field).asText();
        }
    }

    @BeforeAll
    static void readTheBorough() {
        new History(5, 7_400, LAST, 24, 150_000).tell(TruthTest::keep, row -> ROWS.add(row.split(",", -1)));
    }

    private static void keep(PublishedEvent event) {
        try {
            JsonNode data = JSON.readTree(event.data());
            LocalDate on = LocalDate.ofEpochDay(event.occurredAt() / Period.DAY_MILLIS);
            BY_HOUSEHOLD
                    .computeIfAbsent(data.path("householdId").asText(), household -> new ArrayList<>())
                    .add(new Told(event.type(), on, data));
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    @Test
    void whoIsKnownIsWhoHasSomethingOpen() {
        for (String[] row : ROWS) {
            assertThat(hasOpenWork(BY_HOUSEHOLD.get(row[0])))
                    .as("open work of %s", row[0])
                    .isEqualTo(Boolean.parseBoolean(row[4]));
        }
    }

    @Test
    void whoHoldsTheCombinationHasEachPartOfItAtTheEnd() {
        for (String[] row : ROWS) {
            if (!row[5].isEmpty()) {
                List<Told> told = BY_HOUSEHOLD.get(row[0]);
                assertThat(row[2]).isEqualTo("private-rent");
                assertThat(rentsPrivately(told)).as("tenure of %s", row[0]).isTrue();
                assertThat(worksForLittleOrNot(told)).as("work of %s", row[0]).isTrue();
                assertThat(isFallingBehind(told)).as("debt of %s", row[0]).isTrue();
                assertThat(hadABlow(told)).as("blow of %s", row[0]).isTrue();
            }
        }
    }

    @Test
    void nobodyElseHoldsIt() {
        Set<String> holders = ROWS.stream()
                .filter(row -> !row[5].isEmpty())
                .map(row -> row[0])
                .collect(Collectors.toSet());

        Set<String> found = new TreeSet<>();
        BY_HOUSEHOLD.forEach((household, told) -> {
            if (rentsPrivately(told) && worksForLittleOrNot(told) && isFallingBehind(told) && hadABlow(told)) {
                found.add(household);
            }
        });

        assertThat(found).containsExactlyInAnyOrderElementsOf(holders);
    }

    @Test
    void outcomesAndMissedInstalmentsAreThoseOfTheEvents() {
        for (String[] row : ROWS) {
            List<Told> told = BY_HOUSEHOLD.get(row[0]);
            List<LocalDate> missed = told.stream()
                    .filter(event -> event.type == EventType.COUNCIL_TAX_INSTALMENT_MISSED)
                    .map(event -> LocalDate.parse(event.text("dueDate")))
                    .sorted()
                    .toList();
            assertThat(row[7])
                    .isEqualTo(missed.isEmpty() ? "" : missed.getFirst().toString());
            assertThat(row[8])
                    .isEqualTo(missed.isEmpty() ? "" : missed.getLast().toString());
            if (!row[9].equals("none")) {
                assertThat(told)
                        .as("%s of %s", row[9], row[0])
                        .anyMatch(event ->
                                isOutcome(event, row[9]) && event.on.toString().equals(row[10]));
            }
        }
    }

    @Test
    void whoMeetsAnOutcomeHoldingTheCombinationHeldItBefore() {
        List<String[]> both = ROWS.stream()
                .filter(row -> !row[5].isEmpty() && !row[10].isEmpty())
                .toList();

        assertThat(both).isNotEmpty().allMatch(row -> LocalDate.parse(row[5]).isBefore(LocalDate.parse(row[10])));
    }

    private static boolean isOutcome(Told event, String outcome) {
        return switch (outcome) {
            case "duty-owed" -> event.type == EventType.DUTY_ACCEPTED;
            case "liability-order" -> event.text("stage").equals("liability-order");
            case "job-lost" -> event.type == EventType.JOB_LOST;
            default -> event.type == EventType.SAFEGUARDING_REFERRAL_MADE;
        };
    }

    /** As the last event that tells of its details says: what that leaves out is not known any more. */
    private static boolean rentsPrivately(List<Told> told) {
        return told.stream()
                .filter(event -> event.type == EventType.HOUSEHOLD_REGISTERED
                        || event.type == EventType.HOUSEHOLD_DETAILS_CHANGED)
                .reduce((one, other) -> other.on.isBefore(one.on) ? one : other)
                .filter(event -> event.text("tenure").equals("private-rent"))
                .isPresent();
    }

    private static boolean worksForLittleOrNot(List<Told> told) {
        boolean without = told.stream()
                .anyMatch(event -> event.type == EventType.JOB_LOST
                        || event.type == EventType.PARTICIPANT_ENROLLED
                        || Set.of("unemployment", "low-pay").contains(event.text("need")));
        return without && told.stream().noneMatch(event -> event.type == EventType.JOB_STARTED);
    }

    /** The last that is heard of its council tax is a missed instalment of the last three months. */
    private static boolean isFallingBehind(List<Told> told) {
        return told.stream()
                .filter(event -> event.type == EventType.COUNCIL_TAX_INSTALMENT_MISSED
                        || event.type == EventType.COUNCIL_TAX_STAGE_REACHED
                        || (event.type == EventType.ARREARS_CLEARED
                                && event.text("kind").equals("council-tax")))
                .reduce((one, other) -> other.on.isBefore(one.on) ? one : other)
                .filter(event -> event.type == EventType.COUNCIL_TAX_INSTALMENT_MISSED)
                .filter(event -> event.on.isAfter(LAST.minusDays(90)))
                .isPresent();
    }

    private static boolean hadABlow(List<Told> told) {
        return told.stream()
                .anyMatch(event -> event.type == EventType.DOMESTIC_ABUSE_DISCLOSED
                        || event.text("need").equals("mental-health"));
    }

    private static boolean hasOpenWork(List<Told> told) {
        Set<String> open = new TreeSet<>();
        Set<String> closed = new TreeSet<>();
        for (Told event : told) {
            switch (event.type) {
                case CASE_OPENED -> open.add(event.text("caseId"));
                case CASE_CLOSED -> closed.add(event.text("caseId"));
                case TASK_CREATED -> open.add(event.text("taskId"));
                case TASK_COMPLETED -> closed.add(event.text("taskId"));
                case DEBT_CASE_OPENED -> open.add(event.text("debtCaseId"));
                case DEBT_CASE_CLOSED -> closed.add(event.text("debtCaseId"));
                case HOMELESSNESS_APPROACH_MADE -> open.add(event.text("applicationId"));
                case DUTY_ENDED -> {
                    if (event.text("reason").equals("suitable-accommodation-secured")) {
                        closed.add(event.text("applicationId"));
                    }
                }
                case PARTICIPANT_ENROLLED -> open.add(event.text("participantId"));
                case JOB_SUSTAINED -> {
                    if (event.data.path("weeks").asInt() == 26) {
                        closed.add(event.text("participantId"));
                    }
                }
                default -> {
                    // Opens and closes nothing.
                }
            }
        }
        open.removeAll(closed);
        return !open.isEmpty();
    }
}
