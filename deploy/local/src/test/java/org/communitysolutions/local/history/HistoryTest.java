package org.communitysolutions.local.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final LocalDate LAST = LocalDate.of(2026, 11, 21);
    private static final long DAY_MILLIS = 86_400_000;

    @Test
    void tellsTheSameAgainForTheSameSeedAndOtherThingsForAnother() {
        List<String> told = told(new History(7, 500, LAST, 24, 10_000));

        assertThat(told(new History(7, 500, LAST, 24, 10_000))).isEqualTo(told);
        assertThat(told(new History(8, 500, LAST, 24, 10_000))).doesNotContainAnyElementsOf(told);
    }

    @Test
    void tellsInTheOrderOfRecordingWithinItsMonthsAndNothingTwice() {
        Set<UUID> ids = new HashSet<>();
        long[] before = {0};

        new History(1, 2_000, LAST, 24, 300_000)
                .tell(
                        event -> {
                            assertThat(event.recordedAt()).isGreaterThanOrEqualTo(before[0]);
                            before[0] = event.recordedAt();
                            assertThat(ids.add(event.id())).isTrue();
                            assertThat(event.id().version()).isEqualTo(7);
                            assertThat(event.id().variant()).isEqualTo(2);
                            assertThat(event.id().getMostSignificantBits() >>> 16)
                                    .isEqualTo(event.recordedAt());
                            assertThat(event.occurredAt()).isLessThanOrEqualTo(event.recordedAt());
                        },
                        row -> {});

        assertThat(before[0]).isLessThan(LAST.plusDays(1).toEpochDay() * DAY_MILLIS);
        assertThat(before[0]).isGreaterThan(LAST.minusDays(2).toEpochDay() * DAY_MILLIS);
    }

    @Test
    void tellsAboutAsManyEventsAsAskedFor() {
        Totals totals = new History(1, 3_000, LAST, 24, 81_000).tell(event -> {}, row -> {});

        assertThat(totals.events()).isCloseTo(81_000, within(4_000L));
    }

    @Test
    void comesToTheAggregatesOfThePublishedAccount() {
        Totals totals = new History(1, 74_000, LAST, 24, 0).tell(event -> {}, row -> {});

        assertThat(totals.combination()).isEqualTo(3_500);
        assertThat(totals.known()).isEqualTo(1_700);
    }

    @Test
    void keepsTheirSharesInABoroughOfAnotherSize() {
        Totals totals = new History(3, 7_400, LAST, 24, 0).tell(event -> {}, row -> {});

        assertThat(totals.combination()).isEqualTo(350);
        assertThat(totals.known()).isEqualTo(170);
    }

    @Test
    void importsTellOfDueDatesDaysBeforeAndAFewWeeksBefore() {
        Map<Boolean, Integer> late = new HashMap<>();

        new History(1, 5_000, LAST, 24, 135_000)
                .tell(
                        event -> {
                            if (event.type() == EventType.COUNCIL_TAX_INSTALMENT_MISSED) {
                                long days = (event.recordedAt() - event.occurredAt()) / DAY_MILLIS;
                                assertThat(days).isGreaterThanOrEqualTo(3);
                                late.merge(days >= 14, 1, Integer::sum);
                            }
                        },
                        row -> {});

        assertThat(late.get(true) * 100.0 / late.get(false)).isBetween(0.5, 2.0);
    }

    @Test
    void tellsTheLastMonthsOfTheSameLivesWhenItIsShorter() {
        Totals all = new History(1, 2_000, LAST, 24, 0).tell(event -> {}, row -> {});
        List<Long> recorded = new ArrayList<>();

        Totals few = new History(1, 2_000, LAST, 3, 0).tell(event -> recorded.add(event.recordedAt()), row -> {});

        assertThat(few.combination()).isEqualTo(all.combination());
        assertThat(recorded)
                .isNotEmpty()
                .allMatch(
                        at -> at >= LAST.plusDays(1).minus(3, ChronoUnit.MONTHS).toEpochDay() * DAY_MILLIS);
    }

    @Test
    void refusesMoreMonthsThanALifeSpans() {
        assertThatThrownBy(() -> new History(1, 100, LAST, 25, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> told(History history) {
        List<String> told = new ArrayList<>();
        history.tell(
                event -> told.add(event.id() + " " + new String(event.data(), StandardCharsets.US_ASCII)), told::add);
        return told;
    }
}
