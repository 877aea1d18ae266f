package org.communitysolutions.risk.stream;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Reads times of RFC 3339, those in UTC without the machinery of formats: there is one in each event. */
public final class RfcTime {

    private static final int SECONDS_END = 19;
    private static final int NANO_DIGITS = 9;

    private RfcTime() {}

    /**
     * The instant, to the microsecond.
     *
     * @throws DateTimeException if the text is no such time
     */
    public static Instant parse(String text) {
        int last = text.length() - 1;
        if (last < SECONDS_END || text.charAt(last) != 'Z' || !hasItsSigns(text)) {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
        }
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, SECONDS_END);
        if (hour > 23 || minute > 59 || second > 59) {
            throw new DateTimeException("There is no such time of day");
        }
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
        long seconds = day * 86_400 + hour * 3_600L + minute * 60L + second;
        return Instant.ofEpochSecond(seconds, nanos(text, last)).truncatedTo(ChronoUnit.MICROS);
    }

    private static boolean hasItsSigns(String text) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
    }

    private static int nanos(String text, int end) {
        if (end == SECONDS_END) {
            return 0;
        }
        int digits = end - SECONDS_END - 1;
        if (text.charAt(SECONDS_END) != '.' || digits < 1 || digits > NANO_DIGITS) {
            throw new DateTimeException("There is no such fraction of a second");
        }
        int nanos = number(text, SECONDS_END + 1, end);
        for (int i = digits; i < NANO_DIGITS; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("There is no digit where one should be");
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
