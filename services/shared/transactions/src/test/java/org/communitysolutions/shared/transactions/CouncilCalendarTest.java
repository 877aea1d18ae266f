package org.communitysolutions.shared.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CouncilCalendarTest {

    private static final Instant LATE_ON_A_SUMMER_EVENING = Instant.parse("2026-06-30T23:30:00Z");

    @Test
    void aSummerDayBeginsAnHourBeforeThatOfUtc() {
        assertThat(CouncilCalendar.startOf(LocalDate.of(2026, 7, 1))).isEqualTo("2026-06-30T23:00:00Z");
        assertThat(CouncilCalendar.startOf(LocalDate.of(2026, 12, 1))).isEqualTo("2026-12-01T00:00:00Z");
        assertThat(CouncilCalendar.dayOf(LATE_ON_A_SUMMER_EVENING)).isEqualTo("2026-07-01");
    }

    @Test
    void todayIsTheDayOfTheClockWhereTheCouncilIs() {
        CouncilCalendar calendar = new CouncilCalendar(Clock.fixed(LATE_ON_A_SUMMER_EVENING, ZoneOffset.UTC));

        assertThat(calendar.today()).isEqualTo("2026-07-01");
    }
}
