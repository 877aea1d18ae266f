package org.communitysolutions.intake.person.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The form of an NHS number (NHS Data Model and Dictionary): ten digits, the last of which checks the others. The first
 * nine are weighted 10 to 2; 11 less the sum modulo 11 is the tenth, where 11 counts as 0 and 10 makes no number.
 */
final class NhsNumber {

    private static final Pattern FORM = Pattern.compile("[0-9]{10}");

    private NhsNumber() {}

    /** The ten digits without blanks and hyphens, if they are an NHS number. */
    static Optional<String> read(String written) {
        String digits = written.replace(" ", "").replace("-", "");
        return FORM.matcher(digits).matches() && checkDigit(digits) == digit(digits, 9)
                ? Optional.of(digits)
                : Optional.empty();
    }

    /** The digit that the first nine ask for: 0 to 9, or 10 if there is none. */
    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += digit(digits, i) * (10 - i);
        }
        return (11 - sum % 11) % 11;
    }

    private static int digit(String digits, int position) {
        return digits.charAt(position) - '0';
    }
}
