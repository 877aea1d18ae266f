package org.communitysolutions.debtadvice.extract;

import java.util.Optional;

/**
 * What came of one line.
 *
 * @param number the line of the file on which it begins, from 1
 * @param outcome empty while it is not applied
 * @param accountReference the account that it names, if that could be read
 * @param field the column that is wrong, as the file calls it
 * @param code why it is refused, lower case with hyphens
 * @param sentence the same for people
 */
public record ReportedLine(
        int number,
        Optional<Outcome> outcome,
        Optional<String> accountReference,
        Optional<String> field,
        Optional<String> code,
        Optional<String> sentence) {

    /** What came of it. */
    public enum Outcome {
        TAKEN,
        UNCHANGED,
        REFUSED
    }
}
