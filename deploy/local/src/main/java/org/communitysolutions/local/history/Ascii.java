package org.communitysolutions.local.history;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;

/** Text in ASCII that grows by appending; the forms that events need, written without making strings of them. */
final class Ascii {

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
    private static final int UUID_LENGTH = 36;
    private static final int DATE_LENGTH = 10;
    private static final int INSTANT_LENGTH = 24;
    private static final long DAY_MILLIS = 86_400_000;

    private byte[] bytes;
    private int length;
    private long writtenDay = Long.MIN_VALUE;
    private final byte[] writtenDate = new byte[DATE_LENGTH];

    Ascii(int capacity) {
        bytes = new byte[capacity];
    }

    /** What was appended since the last time. */
    byte[] take() {
        byte[] taken = Arrays.copyOf(bytes, length);
        length = 0;
        return taken;
    }

    private int room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
        int at = length;
        length += more;
        return at;
    }

    Ascii character(char character) {
        bytes[room(1)] = (byte) character;
        return this;
    }

    @SuppressWarnings("deprecation") // The quick way for text that is known to be ASCII.
    Ascii text(String text) {
        int at = room(text.length());
        text.getBytes(0, text.length(), bytes, at);
        return this;
    }

    Ascii number(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("Nothing in an event is below nil: " + number);
        }
        int digits = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        int at = room(digits);
        long rest = number;
        for (int place = at + digits - 1; place >= at; place--) {
            bytes[place] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return this;
    }

    Ascii uuid(UUID uuid) {
        int at = room(UUID_LENGTH);
        long high = uuid.getMostSignificantBits();
        long low = uuid.getLeastSignificantBits();
        hex(high >>> 32, 8, at);
        bytes[at + 8] = '-';
        hex(high >>> 16, 4, at + 9);
        bytes[at + 13] = '-';
        hex(high, 4, at + 14);
        bytes[at + 18] = '-';
        hex(low >>> 48, 4, at + 19);
        bytes[at + 23] = '-';
        hex(low, 12, at + 24);
        return this;
    }

    /** The last digits of a number in base 16. */
    Ascii hex(long number, int digits) {
        hex(number, digits, room(digits));
        return this;
    }

    private void hex(long number, int digits, int at) {
        long rest = number;
        for (int place = at + digits - 1; place >= at; place--) {
            bytes[place] = HEX[(int) (rest & 15)];
            rest >>>= 4;
        }
    }

    /**
     * A day as ISO 8601.
     *
     * @param day days since 1 January 1970
     */
    Ascii date(long day) {
        if (day != writtenDay) {
            byte[] date = LocalDate.ofEpochDay(day).toString().getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(date, 0, writtenDate, 0, DATE_LENGTH);
            writtenDay = day;
        }
        System.arraycopy(writtenDate, 0, bytes, room(DATE_LENGTH), DATE_LENGTH);
        return this;
    }

    /**
     * A moment as RFC 3339 in UTC with milliseconds.
     *
     * @param millis milliseconds since 1970
     */
    Ascii instant(long millis) {
        date(Math.floorDiv(millis, DAY_MILLIS));
        int ofDay = (int) Math.floorMod(millis, DAY_MILLIS);
        int at = room(INSTANT_LENGTH - DATE_LENGTH);
        bytes[at] = 'T';
        pair(ofDay / 3_600_000, at + 1);
        bytes[at + 3] = ':';
        pair(ofDay / 60_000 % 60, at + 4);
        bytes[at + 6] = ':';
        pair(ofDay / 1_000 % 60, at + 7);
        bytes[at + 9] = '.';
        bytes[at + 10] = (byte) ('0' + ofDay % 1_000 / 100);
        pair(ofDay % 100, at + 11);
        bytes[at + 13] = 'Z';
        return this;
    }

    private void pair(int number, int at) {
        bytes[at] = (byte) ('0' + number / 10);
        bytes[at + 1] = (byte) ('0' + number % 10);
    }
}
