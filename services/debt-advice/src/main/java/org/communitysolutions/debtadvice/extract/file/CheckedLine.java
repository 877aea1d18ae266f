package org.communitysolutions.debtadvice.extract.file;

import org.communitysolutions.debtadvice.extract.domain.Reading;
import org.communitysolutions.debtadvice.extract.domain.Refusal;

/** A line of an extract after it was read. */
public sealed interface CheckedLine {

    /** The line of the file on which it begins, from 1, the header being line 1. */
    int number();

    /** It is what it should be. */
    record Good(int number, Reading reading) implements CheckedLine {}

    /**
     * It is not.
     *
     * @param accountReference the account that it names, or null if that cannot be read
     */
    record Bad(int number, String accountReference, Refusal refusal) implements CheckedLine {}
}
