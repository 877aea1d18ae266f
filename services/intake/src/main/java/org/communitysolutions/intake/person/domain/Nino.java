package org.communitysolutions.intake.person.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The form of a National Insurance number (HM Revenue and Customs, NIM39110): two letters, neither of them D, F, I, Q, U
 * or V and the second not O; not BG, GB, KN, NK, NT, TN or ZZ; six digits; A, B, C or D.
 */
final class Nino {

    private static final Pattern FORM =
            Pattern.compile("(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][0-9]{6}[A-D]");

    private Nino() {}

    /** The number in capitals without blanks, if it is one. */
    static Optional<String> read(String written) {
        String compact = written.replace(" ", "").toUpperCase(Locale.ROOT);
        return FORM.matcher(compact).matches() ? Optional.of(compact) : Optional.empty();
    }
}
