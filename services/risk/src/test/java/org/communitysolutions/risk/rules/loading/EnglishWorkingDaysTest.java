package org.communitysolutions.risk.rules.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class EnglishWorkingDaysTest {

    private final EnglishWorkingDays calendar = new EnglishWorkingDays();

    @Test
    void countsFromTheDayAfter() {
        assertThat(calendar.after(LocalDate.of(2026, 11, 2), 2)).isEqualTo("2026-11-04");
    }

    @Test
    void passesOverTheWeekend() {
        assertThat(calendar.after(LocalDate.of(2026, 11, 6), 1)).isEqualTo("2026-11-09");
        assertThat(calendar.after(LocalDate.of(2026, 11, 7), 1)).isEqualTo("2026-11-09");
    }

    @Test
    void passesOverBankHolidaysAndTheirSubstitutes() {
        // Christmas Day 2026 is a Friday; Boxing Day, a Saturday, is kept on Monday 28 December.
        assertThat(calendar.after(LocalDate.of(2026, 12, 24), 1)).isEqualTo("2026-12-29");
        assertThat(calendar.after(LocalDate.of(2026, 4, 2), 1)).isEqualTo("2026-04-07");
    }

    @Test
    void worksOnSaintAndrewsDayWhichIsOnlyAHolidayInScotland() {
        assertThat(calendar.after(LocalDate.of(2026, 11, 29), 1)).isEqualTo("2026-11-30");
    }
}
