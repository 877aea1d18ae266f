package org.communitysolutions.intake.person.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a system calls a person.
 *
 * @param system the code of the system; {@value #NINO} and {@value #NHS_NUMBER} have rules of their own
 * @param value as the system writes it, 1 to 60 characters without blanks around them
 */
public record Identifier(String system, String value) {

    public static final String NINO = "nino";
    public static final String NHS_NUMBER = "nhs-number";

    private static final Pattern VALUE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{P} ]{0,59}");

    /** Reads a value as people write it; empty if the system has no such values. */
    public static Optional<Identifier> read(String system, String written) {
        Optional<String> value =
                switch (system) {
                    case NINO -> Nino.read(written);
                    case NHS_NUMBER -> NhsNumber.read(written);
                    default ->
                        Optional.of(written.strip())
                                .filter(stripped -> VALUE.matcher(stripped).matches());
                };
        return value.map(read -> new Identifier(system, read));
    }

    /** What a value of the system looks like, for people who read an error. */
    public static String expected(String system) {
        return switch (system) {
            case NINO -> "must be a National Insurance number such as AB123456C";
            case NHS_NUMBER -> "must be an NHS number of ten digits, the last of which is right";
            default -> "must be 1 to 60 letters, digits, blanks and punctuation marks";
        };
    }
}
