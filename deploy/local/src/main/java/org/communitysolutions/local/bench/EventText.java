package org.communitysolutions.local.bench;

import java.time.LocalDate;

/** Reads ids and times of records without making strings of them. */
final class EventText {

    private static final long DAY_MILLIS = 86_400_000;

    private int knownDate = -1;
    private long knownMidnight;

    /** The first half of a UUID in text. */
    static long high(byte[] uuid) {
        return hex(uuid, 0, 8) << 32 | hex(uuid, 9, 13) << 16 | hex(uuid, 14, 18);
    }

    /** The second half. */
    static long low(byte[] uuid) {
        return hex(uuid, 19, 23) << 48 | hex(uuid, 24, 36);
    }

    private static long hex(byte[] text, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            number = number << 4 | Character.digit(text[i], 16);
        }
        return number;
    }

    /** Milliseconds since 1970 of a time in UTC such as 2026-11-21T09:30:00.125Z, its fraction missing or of any length. */
    long millis(byte[] time) {
        int date = decimal(time, 0, 4) * 10_000 + decimal(time, 5, 7) * 100 + decimal(time, 8, 10);
        if (date != knownDate) {
            knownDate = date;
            knownMidnight =
                    LocalDate.of(date / 10_000, date / 100 % 100, date % 100).toEpochDay() * DAY_MILLIS;
        }
        int seconds = decimal(time, 11, 13) * 3_600 + decimal(time, 14, 16) * 60 + decimal(time, 17, 19);
        int fraction = 0;
        for (int place = 20, worth = 100; worth > 0 && place < time.length - 1; place++, worth /= 10) {
            fraction += (time[place] - '0') * worth;
        }
        return knownMidnight + seconds * 1_000L + fraction;
    }

    private static int decimal(byte[] text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text[i] - '0';
        }
        return number;
    }
}
