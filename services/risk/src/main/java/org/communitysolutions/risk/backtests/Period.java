package org.communitysolutions.risk.backtests;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.communitysolutions.shared.transactions.CouncilCalendar;

/**
 * The days over which rules are tried, in the council's calendar.
 *
 * @param from the first
 * @param to the one after the last
 */
public record Period(LocalDate from, LocalDate to) {

    /** Its first moment. */
    Instant start() {
        return CouncilCalendar.startOf(from);
    }

    /** The first moment after it. */
    Instant end() {
        return CouncilCalendar.startOf(to);
    }

    /** The Mondays of the weeks that it touches; the first week and the last may lie in it in part. */
    List<LocalDate> weeks() {
        return weekOf(from).datesUntil(to, java.time.Period.ofWeeks(1)).toList();
    }

    static LocalDate weekOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
