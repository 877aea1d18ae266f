package org.communitysolutions.debtadvice.extract.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AccountTest {

    private static final UUID ID = new UUID(1, 1);
    private static final UUID HOUSEHOLD = new UUID(2, 2);
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 8);
    private static final FinancialYear YEAR = new FinancialYear(2026);

    @Test
    void tellsOfEachMissedInstalmentOfAnAccountThatIsNew() {
        Taking.Taken taken = Account.open(ID, HOUSEHOLD, councilTax(OCTOBER, 7, 5, 28_500, RecoveryStage.NONE));

        assertThat(taken.signals())
                .containsExactly(
                        missed(6, LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 2), 28_500),
                        missed(7, LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 2), 28_500));
    }

    @Test
    void saysThatAnInstalmentIsMissedNoLaterThanTheExtractCanKnow() {
        LocalDate extractDay = LocalDate.of(2026, 9, 20);

        Taking.Taken taken = Account.open(ID, HOUSEHOLD, councilTax(extractDay, 7, 6, 14_250, RecoveryStage.NONE));

        assertThat(taken.signals())
                .containsExactly(missed(7, LocalDate.of(2026, 10, 1), LocalDate.of(2026, 9, 21), 14_250));
    }

    @Test
    void tellsOfTheStageReachedAndNeverOfNone() {
        Account known = Account.open(ID, HOUSEHOLD, councilTax(OCTOBER, 0, 0, 0, RecoveryStage.NONE))
                .account();

        Taking reminded =
                known.take(councilTax(OCTOBER.plusDays(1), 0, 0, 0, RecoveryStage.REMINDER), HOUSEHOLD, Set.of());
        Taking withdrawn = ((Taking.Taken) reminded)
                .account()
                .take(councilTax(OCTOBER.plusDays(2), 0, 0, 0, RecoveryStage.NONE), HOUSEHOLD, Set.of());

        assertThat(signals(reminded))
                .containsExactly(new Signal.StageReached(RecoveryStage.REMINDER, 0, OCTOBER.plusDays(1)));
        assertThat(withdrawn).isInstanceOf(Taking.Taken.class);
        assertThat(signals(withdrawn)).isEmpty();
    }

    @Test
    void tellsThatArrearsAreClearedOnceTheyAre() {
        Account inArrears = Account.open(ID, HOUSEHOLD, councilTax(OCTOBER, 7, 6, 14_250, RecoveryStage.NONE))
                .account();

        Taking cleared =
                inArrears.take(councilTax(OCTOBER.plusDays(7), 7, 7, 0, RecoveryStage.NONE), HOUSEHOLD, Set.of(7));
        Taking later = ((Taking.Taken) cleared)
                .account()
                .take(councilTax(OCTOBER.plusDays(14), 7, 7, 0, RecoveryStage.NONE), HOUSEHOLD, Set.of(7));

        assertThat(signals(cleared))
                .containsExactly(new Signal.ArrearsCleared(AccountKind.COUNCIL_TAX, OCTOBER.plusDays(7)));
        assertThat(later).isInstanceOf(Taking.Unchanged.class);
    }

    @Test
    void startsAfreshWithTheBillOfANewYearAndTakesNoneOfAnEarlierOne() {
        Account known = Account.open(ID, HOUSEHOLD, councilTax(OCTOBER, 1, 1, 0, RecoveryStage.REMINDER))
                .account();
        LocalDate nextYear = LocalDate.of(2027, 5, 3);
        CouncilTaxReading bill = new CouncilTaxReading(
                "CT-1",
                "1",
                nextYear,
                14_000,
                new FinancialYear(2027),
                14_000,
                LocalDate.of(2027, 4, 1),
                1,
                0,
                RecoveryStage.REMINDER);

        Taking taken = known.take(bill, HOUSEHOLD, Set.of());
        Taking back = ((Taking.Taken) taken)
                .account()
                .take(councilTax(nextYear, 1, 1, 0, RecoveryStage.NONE), HOUSEHOLD, Set.of());

        assertThat(signals(taken)).hasSize(2).anyMatch(Signal.StageReached.class::isInstance);
        assertThat(back).isInstanceOfSatisfying(Taking.Refused.class, refused -> assertThat(
                        refused.refusal().code())
                .isEqualTo("earlier-year"));
    }

    @Test
    void refusesWhatIsOlderThanWhatIsKnown() {
        Account known = Account.open(ID, HOUSEHOLD, rent(OCTOBER, 100)).account();

        Taking taking = known.take(rent(OCTOBER.minusDays(1), 200), HOUSEHOLD, Set.of());

        assertThat(taking).isInstanceOfSatisfying(Taking.Refused.class, refused -> assertThat(
                        refused.refusal().code())
                .isEqualTo("older-than-known"));
    }

    @Test
    void tellsOfRentArrearsWhenTheyChangeAndInWeeksOfRent() {
        Taking.Taken first = Account.open(ID, HOUSEHOLD, rent(OCTOBER, 45_500));

        Taking more = first.account().take(rent(OCTOBER.plusDays(7), 61_000), HOUSEHOLD, Set.of());
        Taking same = ((Taking.Taken) more).account().take(rent(OCTOBER.plusDays(8), 61_000), HOUSEHOLD, Set.of());

        assertThat(first.signals())
                .containsExactly(new Signal.RentArrearsChanged(
                        45_500, Optional.empty(), Optional.of(new BigDecimal("2.9")), OCTOBER));
        assertThat(signals(more))
                .containsExactly(new Signal.RentArrearsChanged(
                        61_000, Optional.of(45_500L), Optional.of(new BigDecimal("3.9")), OCTOBER.plusDays(7)));
        assertThat(same).isInstanceOf(Taking.Unchanged.class);
    }

    @Test
    void takesAnAccountInCreditForOneThatOwesNothing() {
        Account inArrears = Account.open(ID, HOUSEHOLD, rent(OCTOBER, 500)).account();

        Taking inCredit = inArrears.take(rent(OCTOBER.plusDays(7), -2_000), HOUSEHOLD, Set.of());

        assertThat(signals(inCredit)).containsExactly(new Signal.ArrearsCleared(AccountKind.RENT, OCTOBER.plusDays(7)));
    }

    @Property
    void tellsOfAnInstalmentOnceWhateverIsPaidLate(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 12) Integer> paidCounts) {
        List<Integer> told = new ArrayList<>();
        Account account = null;
        LocalDate day = LocalDate.of(2027, 3, 2);
        for (int paid : paidCounts) {
            day = day.plusDays(1);
            CouncilTaxReading reading = councilTax(day, 12, paid, (12 - paid) * 14_250L, RecoveryStage.NONE);
            Taking taking = account == null
                    ? Account.open(ID, HOUSEHOLD, reading)
                    : account.take(reading, HOUSEHOLD, new HashSet<>(told));
            account = switch (taking) {
                case Taking.Taken taken -> taken.account();
                case Taking.Unchanged unchanged -> unchanged.account();
                case Taking.Refused refused -> throw new AssertionError(refused);
            };
            for (Signal signal : signals(taking)) {
                if (signal instanceof Signal.InstalmentMissed missed) {
                    told.add(missed.instalment());
                }
            }
        }
        int leastPaid = paidCounts.stream().mapToInt(Integer::intValue).min().orElseThrow();
        assertThat(told).doesNotHaveDuplicates().hasSize(12 - leastPaid);
    }

    private static List<Signal> signals(Taking taking) {
        return taking instanceof Taking.Taken taken ? taken.signals() : List.of();
    }

    private static Signal.InstalmentMissed missed(int instalment, LocalDate dueOn, LocalDate since, long arrears) {
        return new Signal.InstalmentMissed(YEAR, instalment, dueOn, 14_250, arrears, since);
    }

    private static CouncilTaxReading councilTax(LocalDate asAt, int due, int paid, long balance, RecoveryStage stage) {
        return new CouncilTaxReading(
                "CT-1", "1", asAt, balance, YEAR, 14_250, LocalDate.of(2026, 4, 1), due, paid, stage);
    }

    private static RentReading rent(LocalDate asAt, long balance) {
        return new RentReading("R-1", "1", asAt, balance, 15_640);
    }
}
