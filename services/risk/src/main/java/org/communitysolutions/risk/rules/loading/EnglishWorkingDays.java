package org.communitysolutions.risk.rules.loading;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.communitysolutions.risk.rules.WorkingDays;

/** Monday to Friday without the bank holidays of England (Banking and Financial Dealings Act 1971, schedule 1). */
@Singleton
final class EnglishWorkingDays implements WorkingDays {

    private final HolidayManager calendar = HolidayManager.getInstance(ManagerParameters.create("gb"));
    private final Map<Integer, Set<LocalDate>> bankHolidays = new ConcurrentHashMap<>();

    @Override
    public LocalDate after(LocalDate from, int days) {
        LocalDate day = from;
        int left = days;
        while (left > 0) {
            day = day.plusDays(1);
            left -= isWorkingDay(day) ? 1 : 0;
        }
        return day;
    }

    private boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !bankHolidays
                        .computeIfAbsent(day.getYear(), this::bankHolidaysOf)
                        .contains(day);
    }

    private Set<LocalDate> bankHolidaysOf(int year) {
        return calendar.getHolidays(Year.of(year), "eng").stream()
                .map(Holiday::getDate)
                .collect(Collectors.toUnmodifiableSet());
    }
}
