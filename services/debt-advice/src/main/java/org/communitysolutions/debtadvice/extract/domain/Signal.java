package org.communitysolutions.debtadvice.extract.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Something that came to light between two extracts and that may be a sign of distress, or of its end. */
public sealed interface Signal {

    /** The day from whose start on it is so. */
    LocalDate since();

    /**
     * An instalment was due and was not paid in full. It is missed once its day is over.
     *
     * @param instalment 1 to 12
     * @param amountPence of the instalment, at least 1
     * @param arrearsPence all that is overdue on the account
     */
    record InstalmentMissed(
            FinancialYear year, int instalment, LocalDate dueOn, long amountPence, long arrearsPence, LocalDate since)
            implements Signal {}

    /** Recovery of council tax stands at another stage, which is never {@link RecoveryStage#NONE}. */
    record StageReached(RecoveryStage stage, long arrearsPence, LocalDate since) implements Signal {}

    /**
     * What is overdue on a rent account is another sum, and not nil.
     *
     * @param previousPence what it was before, if the account was known
     * @param weeksOfRent the same sum in weeks of rent, if the rent is known
     */
    record RentArrearsChanged(
            long arrearsPence, Optional<Long> previousPence, Optional<BigDecimal> weeksOfRent, LocalDate since)
            implements Signal {}

    /** An account that was in arrears is so no longer. */
    record ArrearsCleared(AccountKind kind, LocalDate since) implements Signal {}
}
