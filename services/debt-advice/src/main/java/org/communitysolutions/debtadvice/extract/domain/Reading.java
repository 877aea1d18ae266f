package org.communitysolutions.debtadvice.extract.domain;

import java.time.LocalDate;

/** What an extract says of one account on one day. */
public sealed interface Reading permits CouncilTaxReading, RentReading {

    /** The number on the bill, unique among the accounts of its kind. */
    String accountReference();

    /** The home, by its Unique Property Reference Number of 1 to 12 digits. */
    String uprn();

    /** The day that the extract speaks of. */
    LocalDate asAt();

    /** What is overdue, in pence; negative when the account is in credit. */
    long balancePence();

    AccountKind kind();

    /** The same, said of another day. */
    Reading on(LocalDate day);

    /** What is overdue, in pence; 0 when the account is in credit. */
    default long arrearsPence() {
        return Math.max(0, balancePence());
    }

    /** Whether both say the same, whatever the day. */
    default boolean agreesWith(Reading other) {
        return on(other.asAt()).equals(other);
    }
}
