package org.communitysolutions.volunteering.clearance.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** For how long after its issue the council relies on a check, by the day from which each period holds. */
public record Renewal(List<Period> periods) {

    /**
     * What the council decided.
     *
     * @param months 1 or more
     * @param from the first day on which it holds
     * @param source who decided it
     */
    public record Period(int months, LocalDate from, String source) {

        public Period {
            if (months < 1 || source.isBlank()) {
                throw new IllegalArgumentException(
                        "A period has one month or more and a source: %d months from %s, '%s'"
                                .formatted(months, from, source));
            }
        }
    }

    public Renewal {
        if (periods.isEmpty()) {
            throw new IllegalArgumentException("Nothing says for how long a check is relied on");
        }
        periods = List.copyOf(periods);
    }

    /** Whether a check of that date is relied on that day; never before a period was decided. */
    boolean isFresh(LocalDate issuedOn, LocalDate on) {
        return periods.stream()
                .filter(period -> !period.from().isAfter(on))
                .max(Comparator.comparing(Period::from))
                .map(period -> on.isBefore(issuedOn.plusMonths(period.months())))
                .orElse(false);
    }
}
