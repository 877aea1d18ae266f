package org.communitysolutions.employment.job.domain;

import java.time.LocalDate;

/**
 * What proves that a job was started.
 *
 * @param seenOn the day on which it was seen
 * @param seenBy the subject of whoever saw it
 */
public record Evidence(Kind kind, LocalDate seenOn, String seenBy) {

    public enum Kind {
        CONTRACT,
        PAYSLIP,
        EMPLOYER_LETTER,
        TAX_RECORD,
        /** Invoices, accounts or bank statements of one's own business. */
        EARNINGS_RECORD;

        /** Whether it proves what somebody earned by themselves. */
        boolean provesOwnEarnings() {
            return this == TAX_RECORD || this == EARNINGS_RECORD;
        }
    }
}
