package org.communitysolutions.risk.stream;

import java.util.UUID;

/** Reads ids straight from the bytes of their text (RFC 9562, section 4): there are two in each event. */
final class UuidText {

    private static final int LENGTH = 36;

    private UuidText() {}

    /**
     * The id.
     *
     * @throws IllegalArgumentException if the text is none
     */
    static UUID parse(byte[] text) {
        if (!isUsual(text)) {
            return UUID.fromString(Wire.text(text));
        }
        return new UUID(
                digits(text, 0, 8) << 32 | digits(text, 9, 13) << 16 | digits(text, 14, 18),
                digits(text, 19, 23) << 48 | digits(text, 24, LENGTH));
    }

    /** Whether it is written as {@link UUID#toString} writes it: 36 characters, letters in lower case. */
    static boolean isUsual(byte[] text) {
        if (text.length != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            boolean isDigit = (text[i] >= '0' && text[i] <= '9') || (text[i] >= 'a' && text[i] <= 'f');
            boolean isHyphen = i == 8 || i == 13 || i == 18 || i == 23;
            if (isHyphen ? text[i] != '-' : !isDigit) {
                return false;
            }
        }
        return true;
    }

    private static long digits(byte[] text, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = text[i] <= '9' ? text[i] - '0' : text[i] - 'a' + 10;
            value = value << 4 | digit;
        }
        return value;
    }
}
