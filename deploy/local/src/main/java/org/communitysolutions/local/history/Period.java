package org.communitysolutions.local.history;

import java.time.LocalDate;

/**
 * The days of a history.
 *
 * @param firstDay the first, in days since 1970
 * @param endDay the one after the last
 */
record Period(long firstDay, long endDay) {

    static final long DAY_MILLIS = 86_400_000;

    /** So many months up to and with a day. */
    static Period until(LocalDate last, int months) {
        LocalDate end = last.plusDays(1);
        return new Period(end.minusMonths(months).toEpochDay(), end.toEpochDay());
    }

    static long midnight(long day) {
        return day * DAY_MILLIS;
    }

    long end() {
        return midnight(endDay);
    }

    int days() {
        return Math.toIntExact(endDay - firstDay);
    }

    boolean holds(long millis) {
        return millis >= midnight(firstDay) && millis < end();
    }
}
