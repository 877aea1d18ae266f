package org.communitysolutions.risk.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.risk.rules.Happened.HOUSEHOLD;
import static org.communitysolutions.risk.rules.Happened.debtCase;
import static org.communitysolutions.risk.rules.Happened.disclosed;
import static org.communitysolutions.risk.rules.Happened.jobLost;
import static org.communitysolutions.risk.rules.Happened.missed;
import static org.communitysolutions.risk.rules.Happened.need;
import static org.communitysolutions.risk.rules.Happened.on;
import static org.communitysolutions.risk.rules.Happened.registered;
import static org.communitysolutions.risk.rules.Happened.rentArrears;
import static org.communitysolutions.risk.rules.Happened.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.communitysolutions.risk.rules.loading.Files;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What the examples in the rules file cannot say: the words and reasons of tasks, when they are due, and what work on
 * tasks changes. When rules ask stands in the file itself and is worked out whenever it is read.
 */
class RuleExamplesTest {

    private static final Evaluator EVALUATOR = Files.evaluator();
    private static final String MISSED_TWICE = "council-tax-missed-twice";

    @Nested
    class CouncilTaxMissedTwice {

        private final PastEvent first = missed("2026-09-01", 6);
        private final PastEvent second = missed("2026-10-01", 7);

        @Test
        void asksForACallWithinFiveWorkingDaysAndSaysWhichInstalmentsWereMissed() {
            RaisedTask task = only(MISSED_TWICE, first, second);

            assertThat(task.team()).isEqualTo("debt");
            assertThat(task.priority()).isEqualTo(Priority.HIGH);
            assertThat(task.raisedAt()).isEqualTo("2026-10-01T23:00:00Z");
            assertThat(task.dueOn()).isEqualTo("2026-10-09");
            assertThat(task.reasons()).hasSize(2).allMatch(reason -> reason.factor()
                    .equals("council-tax-arrears"));
            assertThat(task.sentence())
                    .isEqualTo("Missed 2 instalments of council tax within 90 days, due 1 September 2026 and"
                            + " 1 October 2026; nobody is advising this household on its debts.");
        }

        @Test
        void asksNoLongerFromWhenADebtAdviserTakesTheHouseholdUp() {
            PastEvent opened = debtCase("2026-10-05", "opened");

            assertThat(only(MISSED_TWICE, first, second, opened).withdrawnAt()).contains(opened.occurredAt());
        }

        @Test
        void leavesATaskThatSomebodyHasTakenUp() {
            RaisedTask task = only(MISSED_TWICE, first, second);

            RaisedTask later = only(
                    MISSED_TWICE,
                    first,
                    second,
                    task("2026-10-04", "claimed", task.id()),
                    debtCase("2026-10-05", "opened"));

            assertThat(later.stands()).isTrue();
        }

        @Test
        void countsDueDaysFromWhenTheCouncilWasTold() {
            assertThat(only(
                                    MISSED_TWICE,
                                    missed("2026-11-20", "2026-04-01", 1, "account-1"),
                                    missed("2026-11-20", "2026-05-01", 2, "account-1"))
                            .dueOn())
                    .isEqualTo("2026-11-27");
        }

        @Test
        void asksAgainOnlyNinetyDaysAfterTheTaskWasCompleted() {
            PastEvent april = missed("2026-04-01", 1);
            PastEvent may = missed("2026-05-01", 2);
            PastEvent completed = task(
                    "2026-06-01", "completed", only(MISSED_TWICE, april, may).id());

            assertThat(tasks(MISSED_TWICE, april, may, completed, missed("2026-07-01", 4), missed("2026-08-01", 5)))
                    .hasSize(1);
            assertThat(tasks(MISSED_TWICE, april, may, completed, missed("2026-08-01", 5), missed("2026-09-01", 6)))
                    .hasSize(2)
                    .doesNotHaveDuplicates();
        }

        @Test
        void keepsItsTaskWhenALateEventMovesTheBeginning() {
            RaisedTask known = only(MISSED_TWICE, first, second);

            RaisedTask moved = only(MISSED_TWICE, missed("2026-08-01", 5), first, second);

            assertThat(moved.id()).isEqualTo(known.id());
            assertThat(moved.raisedAt()).isBefore(known.raisedAt());
        }

        @Test
        void asksUnderAnotherIdOnceATaskWasTakenBack() {
            RaisedTask known = only(MISSED_TWICE, first, second);

            RaisedTask again = only(MISSED_TWICE, first, second, task("2026-10-06", "withdrawn", known.id()));

            assertThat(again.stands()).isTrue();
            assertThat(again.id()).isNotEqualTo(known.id());
        }
    }

    @Test
    void namesTheFactorsThatMovedAndTheAmountsOwed() {
        RaisedTask task =
                only("job-lost-arrears-rising", jobLost("2026-06-01"), rentArrears("2026-08-03", 162000, 31000));

        assertThat(task.reasons()).extracting(Reason::factor).containsExactly("out-of-work", "rent-arrears");
        assertThat(task.sentence())
                .isEqualTo("A job was lost (1 June 2026) and rent arrears, now £1,620.00, are rising.");
    }

    @Nested
    class TaskWithoutContact {

        private final PastEvent created = on(
                "2026-09-01",
                "case-management.task-created.v1",
                "taskId",
                "6e0e8f7e-0000-7000-8000-000000000001",
                "kind",
                "call-household",
                "team",
                "debt",
                "priority",
                "high");

        @Test
        void asksAtTheInstantAtWhichTenDaysAreOverAndNotBefore() {
            Instant deadline = Instant.parse("2026-09-10T23:00:00Z");
            HouseholdState before = state(List.of(created), deadline.minusNanos(1));
            HouseholdState after = state(List.of(created), deadline);

            assertThat(before.tasks()).isEmpty();
            assertThat(before.nextChange()).contains(deadline);
            assertThat(after.nextChange()).isEmpty();
            assertThat(after.asOf()).isEqualTo(deadline);
            assertThat(after.tasks()).singleElement().satisfies(task -> {
                assertThat(task.raisedAt()).isEqualTo(deadline);
                assertThat(task.trigger()).isEqualTo(created.id());
                assertThat(task.reasons()).extracting(Reason::factor).containsExactly("task-created");
                assertThat(task.dueOn()).isEqualTo("2026-09-14");
            });
        }

        @Test
        void waitsForNothingOnceSomebodyHasClaimedTheTask() {
            PastEvent claimed = on(
                    "2026-09-03",
                    "case-management.task-claimed.v1",
                    "taskId",
                    created.text("taskId").orElseThrow());

            assertThat(state(List.of(created, claimed), Instant.EPOCH).nextChange())
                    .isEmpty();
        }

        @Test
        void asksNoLongerFromWhenSomebodyClaimsTheTaskAfterAll() {
            PastEvent claimed = on(
                    "2026-09-20",
                    "case-management.task-claimed.v1",
                    "taskId",
                    created.text("taskId").orElseThrow());

            assertThat(only("task-without-contact", created, claimed).withdrawnAt())
                    .contains(claimed.occurredAt());
        }
    }

    @Test
    void tellsWhenAFactorLapsesAndLetsItGoThen() {
        PastEvent arrears = rentArrears("2026-01-01", 62000, 31000);
        Instant lapse = Instant.parse("2026-06-30T00:00:00Z");
        HouseholdState standing = state(List.of(arrears), lapse.minusNanos(1));
        HouseholdState lapsed = state(List.of(arrears), lapse);

        assertThat(standing.factors()).singleElement().satisfies(held -> assertThat(held.standsUntil())
                .contains(lapse));
        assertThat(standing.asOf()).isEqualTo(arrears.occurredAt());
        assertThat(standing.nextChange()).contains(lapse);
        assertThat(lapsed.factors()).isEmpty();
        assertThat(lapsed.ended()).singleElement().satisfies(ended -> assertThat(ended.until())
                .isEqualTo(lapse));
        assertThat(lapsed.asOf()).isEqualTo(lapse);
        assertThat(lapsed.score()).isZero();
        assertThat(lapsed.nextChange()).isEmpty();
    }

    @Test
    void hurriesAtHighRisk() {
        assertThat(disclosure(false).dueOn()).isEqualTo("2026-11-09");
        assertThat(disclosure(true).dueOn()).isEqualTo("2026-11-06");
        assertThat(disclosure(true).team()).isEqualTo("domestic-abuse");
        assertThat(disclosure(true).clearance()).isEqualTo(Clearance.RESTRICTED);
    }

    private static RaisedTask disclosure(boolean highRisk) {
        return EVALUATOR
                .evaluate(
                        HOUSEHOLD, Clearance.RESTRICTED, List.of(disclosed("2026-11-05", "a", highRisk)), Instant.EPOCH)
                .orElseThrow()
                .tasks()
                .getFirst();
    }

    @Test
    void showsNothingOfADisclosureInTheStandardEvaluation() {
        PastEvent home = registered("2026-04-10", "private-rent");
        PastEvent told = disclosed("2026-11-05", "a", true);

        HouseholdState with = state(List.of(home, told), Instant.EPOCH);

        assertThat(with).isEqualTo(state(List.of(home), Instant.EPOCH));
        assertThat(EVALUATOR
                        .evaluate(HOUSEHOLD, Clearance.RESTRICTED, List.of(home, told), Instant.EPOCH)
                        .orElseThrow()
                        .score())
                .isGreaterThan(with.score());
    }

    @Test
    void scoresTheCombinationBehindMostCrisesInTheHighestBandAndTakesProtectionOff() {
        List<PastEvent> combination = List.of(
                registered("2026-04-10", "private-rent"),
                need("2026-05-01", "unemployment"),
                need("2026-06-01", "mental-health"),
                missed("2026-06-01", 3),
                rentArrears("2026-07-01", 90000, 45000));
        HouseholdState state = state(combination, Instant.EPOCH);

        assertThat(state.band()).isEqualTo(Band.HIGH);
        assertThat(state.parts().stream().mapToInt(ScorePart::points).sum()).isEqualTo(state.score());

        List<PastEvent> matched = new ArrayList<>(combination);
        matched.add(on("2026-07-02", "volunteer-coordination.volunteer-matched.v1", "matchId", "match-1"));
        assertThat(state(matched, Instant.EPOCH).score()).isEqualTo(state.score() - 10);
    }

    private static RaisedTask only(String rule, PastEvent... events) {
        List<RaisedTask> tasks = tasks(rule, events);
        assertThat(tasks).hasSize(1);
        return tasks.getFirst();
    }

    private static List<RaisedTask> tasks(String rule, PastEvent... events) {
        return state(List.of(events), Instant.EPOCH).tasks().stream()
                .filter(task -> task.rule().equals(rule))
                .toList();
    }

    private static HouseholdState state(List<PastEvent> events, Instant horizon) {
        Optional<HouseholdState> state = EVALUATOR.evaluate(HOUSEHOLD, Clearance.STANDARD, events, horizon);
        return state.orElseThrow();
    }
}
