package org.communitysolutions.risk.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.risk.rules.Happened.HOUSEHOLD;
import static org.communitysolutions.risk.rules.Happened.debtCase;
import static org.communitysolutions.risk.rules.Happened.disclosed;
import static org.communitysolutions.risk.rules.Happened.jobLost;
import static org.communitysolutions.risk.rules.Happened.missed;
import static org.communitysolutions.risk.rules.Happened.need;
import static org.communitysolutions.risk.rules.Happened.needResolved;
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

/** What each rule of the live edition asks for, by example. */
class RuleExamplesTest {

    private static final Evaluator EVALUATOR = Files.evaluator();

    @Nested
    class CouncilTaxMissedTwice {

        @Test
        void asksForACallWhenTwoInstalmentsWereMissedWithinNinetyDays() {
            RaisedTask task = only(missed("2026-09-01", 6), missed("2026-10-01", 7));

            assertThat(task.rule()).isEqualTo("council-tax-missed-twice");
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
        void countsNinetyDaysBetweenDueDatesAndNotNinetyOne() {
            assertThat(tasks(missed("2026-07-01", 4), missed("2026-09-29", 7))).hasSize(1);
            assertThat(tasks(missed("2026-07-01", 4), missed("2026-09-30", 7))).isEmpty();
        }

        @Test
        void asksForNothingAfterOneInstalmentEvenIfItIsToldTwice() {
            assertThat(tasks(missed("2026-09-01", 6))).isEmpty();
            assertThat(tasks(missed("2026-09-01", 6), missed("2026-09-01", 6))).isEmpty();
        }

        @Test
        void asksForNothingWhileADebtAdviserIsHelping() {
            assertThat(tasks(debtCase("2026-08-01", "opened"), missed("2026-09-01", 6), missed("2026-10-01", 7)))
                    .isEmpty();
            assertThat(tasks(
                            debtCase("2026-08-01", "opened"),
                            debtCase("2026-09-15", "closed"),
                            missed("2026-09-01", 6),
                            missed("2026-10-01", 7)))
                    .hasSize(1);
        }

        @Test
        void asksNoLongerWhenADebtAdviserTakesTheHouseholdUpBeforeAnybodyTakesTheTask() {
            PastEvent opened = debtCase("2026-10-05", "opened");
            RaisedTask task = only(missed("2026-09-01", 6), missed("2026-10-01", 7), opened);

            assertThat(task.withdrawnAt()).contains(opened.occurredAt());
        }

        @Test
        void leavesATaskThatSomebodyHasTakenUp() {
            RaisedTask task = only(missed("2026-09-01", 6), missed("2026-10-01", 7));

            RaisedTask later = only(
                    missed("2026-09-01", 6),
                    missed("2026-10-01", 7),
                    task("2026-10-04", "claimed", task.id()),
                    debtCase("2026-10-05", "opened"));

            assertThat(later.stands()).isTrue();
        }

        @Test
        void asksOnceForAnExtractThatTellsOfMonthsOfMissedInstalments() {
            assertThat(tasks(
                            missed("2026-11-20", "2026-04-01", 1, "account-1"),
                            missed("2026-11-20", "2026-05-01", 2, "account-1"),
                            missed("2026-11-20", "2026-08-01", 5, "account-1"),
                            missed("2026-11-20", "2026-11-01", 8, "account-1")))
                    .singleElement()
                    .satisfies(task -> assertThat(task.dueOn()).isEqualTo("2026-11-27"));
        }

        @Test
        void asksAgainOnlyNinetyDaysAfterTheTaskWasCompleted() {
            PastEvent first = missed("2026-04-01", 1);
            PastEvent second = missed("2026-05-01", 2);
            RaisedTask task = only(first, second);
            PastEvent completed = task("2026-06-01", "completed", task.id());

            assertThat(tasks(first, second, completed, missed("2026-07-01", 4), missed("2026-08-01", 5)))
                    .hasSize(1);
            assertThat(tasks(first, second, completed, missed("2026-08-01", 5), missed("2026-09-01", 6)))
                    .hasSize(2)
                    .doesNotHaveDuplicates();
        }

        @Test
        void keepsItsTaskWhenALateEventMovesTheBeginning() {
            RaisedTask known = only(missed("2026-05-01", 2), missed("2026-06-01", 3));

            RaisedTask moved = only(missed("2026-04-01", 1), missed("2026-05-01", 2), missed("2026-06-01", 3));

            assertThat(moved.id()).isEqualTo(known.id());
            assertThat(moved.raisedAt()).isBefore(known.raisedAt());
        }
    }

    @Test
    void asksUnderAnotherIdOnceATaskWasTakenBack() {
        RaisedTask known = only(missed("2026-09-01", 6), missed("2026-10-01", 7));

        RaisedTask again =
                only(missed("2026-09-01", 6), missed("2026-10-01", 7), task("2026-10-06", "withdrawn", known.id()));

        assertThat(again.stands()).isTrue();
        assertThat(again.id()).isNotEqualTo(known.id());
    }

    @Nested
    class JobLostAndArrearsRising {

        @Test
        void asksForACallWhenArrearsRiseAfterAJobWasLost() {
            RaisedTask task = only(jobLost("2026-06-01"), rentArrears("2026-08-03", 62000, 31000));

            assertThat(task.rule()).isEqualTo("job-lost-arrears-rising");
            assertThat(task.team()).isEqualTo("universal");
            assertThat(task.reasons()).extracting(Reason::factor).containsExactly("out-of-work", "rent-arrears");
            assertThat(task.sentence())
                    .isEqualTo("A job was lost (1 June 2026) and rent arrears, now £620.00, are rising.");
        }

        @Test
        void asksForNothingWhenArrearsFallOrTheJobWasLostLongAgo() {
            assertThat(tasks(jobLost("2026-06-01"), rentArrears("2026-08-03", 31000, 62000)))
                    .isEmpty();
            assertThat(tasks(jobLost("2026-01-01"), rentArrears("2026-08-03", 62000, 31000)))
                    .isEmpty();
        }

        @Test
        void asksForNothingOnNewsOfRisingArrearsThatIsNinetyOneDaysOld() {
            assertThat(tasks(rentArrears("2026-03-01", 62000, 31000), jobLost("2026-05-31")))
                    .isEmpty();
            assertThat(tasks(rentArrears("2026-03-02", 62000, 31000), jobLost("2026-05-30")))
                    .hasSize(1);
        }
    }

    @Nested
    class PrivateRentLowIncomeDebtAndMentalHealth {

        @Test
        void asksForAVisitWhenAllFourComeTogether() {
            RaisedTask task = tasks(
                            registered("2026-04-10", "private-rent"),
                            need("2026-05-01", "low-pay"),
                            need("2026-06-01", "mental-health"),
                            rentArrears("2026-07-01", 90000, 45000))
                    .getFirst();

            assertThat(task.rule()).isEqualTo("private-rent-low-income-debt-mental-health");
            assertThat(task.team()).isEqualTo("targeted");
            assertThat(task.reasons())
                    .extracting(Reason::factor)
                    .containsExactly("private-rent", "low-pay", "mental-health", "rent-arrears");
        }

        @Test
        void asksForNothingWhenOneOfThemIsMissingOrOver() {
            PastEvent home = registered("2026-04-10", "private-rent");
            PastEvent pay = need("2026-05-01", "low-pay");
            PastEvent health = need("2026-06-01", "mental-health");
            PastEvent debt = rentArrears("2026-07-01", 90000, 45000);

            assertThat(tasks(pay, health, debt)).isEmpty();
            assertThat(tasks(home, health, debt)).isEmpty();
            assertThat(tasks(home, pay, debt)).isEmpty();
            assertThat(tasks(home, pay, health)).isEmpty();
            assertThat(tasks(registered("2026-04-10", "owner"), pay, health, debt))
                    .isEmpty();
            assertThat(tasks(home, pay, health, needResolved("2026-06-20", "mental-health"), debt))
                    .isEmpty();
        }

        @Test
        void asksForNothingOnAMentalHealthNeedOfMoreThanAYearAgo() {
            assertThat(tasks(
                            registered("2025-04-10", "private-rent"),
                            need("2025-06-30", "mental-health"),
                            need("2026-05-01", "unemployment"),
                            rentArrears("2026-07-01", 90000, 45000)))
                    .isEmpty();
        }
    }

    @Nested
    class DomesticAbuseDisclosed {

        @Test
        void asksTheSpecialistsWithinTwoWorkingDaysAndWithinOneAtHighRisk() {
            assertThat(restricted(disclosed("2026-11-05", "a", false))
                            .getFirst()
                            .dueOn())
                    .isEqualTo("2026-11-09");
            RaisedTask urgent = restricted(disclosed("2026-11-05", "a", true)).getFirst();
            assertThat(urgent.dueOn()).isEqualTo("2026-11-06");
            assertThat(urgent.team()).isEqualTo("domestic-abuse");
            assertThat(urgent.clearance()).isEqualTo(Clearance.RESTRICTED);
        }

        @Test
        void asksForEachDisclosureOnceAndAgainWhenItTurnsOutToBeHighRisk() {
            assertThat(restricted(disclosed("2026-11-05", "a", false), disclosed("2026-11-06", "a", false)))
                    .hasSize(1);
            assertThat(restricted(disclosed("2026-11-05", "a", false), disclosed("2026-11-06", "a", true)))
                    .hasSize(2);
            assertThat(restricted(disclosed("2026-11-05", "a", false), disclosed("2026-11-06", "b", false)))
                    .hasSize(2);
        }

        @Test
        void showsNothingOfItInTheStandardEvaluation() {
            PastEvent home = registered("2026-04-10", "private-rent");
            PastEvent told = disclosed("2026-11-05", "a", true);

            Optional<HouseholdState> with =
                    EVALUATOR.evaluate(HOUSEHOLD, Clearance.STANDARD, List.of(home, told), Instant.EPOCH);

            assertThat(with).isEqualTo(EVALUATOR.evaluate(HOUSEHOLD, Clearance.STANDARD, List.of(home), Instant.EPOCH));
            assertThat(EVALUATOR
                            .evaluate(HOUSEHOLD, Clearance.RESTRICTED, List.of(home, told), Instant.EPOCH)
                            .orElseThrow()
                            .score())
                    .isGreaterThan(with.orElseThrow().score());
        }
    }

    @Test
    void scoresTheCombinationBehindMostCrisesInTheHighestBandAndTakesProtectionOff() {
        List<PastEvent> combination = List.of(
                registered("2026-04-10", "private-rent"),
                need("2026-05-01", "unemployment"),
                need("2026-06-01", "mental-health"),
                missed("2026-06-01", 3),
                rentArrears("2026-07-01", 90000, 45000));
        HouseholdState state = EVALUATOR
                .evaluate(HOUSEHOLD, Clearance.STANDARD, combination, Instant.EPOCH)
                .orElseThrow();

        assertThat(state.band()).isEqualTo(Band.HIGH);
        assertThat(state.parts().stream().mapToInt(ScorePart::points).sum()).isEqualTo(state.score());

        List<PastEvent> matched = new ArrayList<>(combination);
        matched.add(on("2026-07-02", "volunteer-coordination.volunteer-matched.v1", "matchId", "match-1"));
        assertThat(EVALUATOR
                        .evaluate(HOUSEHOLD, Clearance.STANDARD, matched, Instant.EPOCH)
                        .orElseThrow()
                        .score())
                .isEqualTo(state.score() - 10);
    }

    private static RaisedTask only(PastEvent... events) {
        assertThat(tasks(events)).hasSize(1);
        return tasks(events).getFirst();
    }

    private static List<RaisedTask> tasks(PastEvent... events) {
        return tasks(Clearance.STANDARD, events);
    }

    private static List<RaisedTask> restricted(PastEvent... events) {
        return tasks(Clearance.RESTRICTED, events);
    }

    private static List<RaisedTask> tasks(Clearance clearance, PastEvent... events) {
        return EVALUATOR
                .evaluate(HOUSEHOLD, clearance, List.of(events), Instant.EPOCH)
                .map(HouseholdState::tasks)
                .orElse(List.of());
    }
}
