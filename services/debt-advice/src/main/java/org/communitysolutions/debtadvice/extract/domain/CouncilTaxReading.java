package org.communitysolutions.debtadvice.extract.domain;

import java.time.LocalDate;

/**
 * A council-tax account. Instalments are monthly from the first one's day, at most twelve a year (Council Tax
 * (Administration and Enforcement) Regulations 1992, sch. 1).
 *
 * @param instalmentPence of one instalment, 0 when nothing is billed
 * @param instalmentsDue how many have fallen due, 0 to 12
 * @param instalmentsPaid how many are paid in full, at most those due
 */
public record CouncilTaxReading(
        String accountReference,
        String uprn,
        LocalDate asAt,
        long balancePence,
        FinancialYear year,
        long instalmentPence,
        LocalDate firstDueOn,
        int instalmentsDue,
        int instalmentsPaid,
        RecoveryStage stage)
        implements Reading {

    /** The most instalments that a year can have. */
    public static final int MOST_INSTALMENTS = 12;

    @Override
    public AccountKind kind() {
        return AccountKind.COUNCIL_TAX;
    }

    @Override
    public Reading on(LocalDate day) {
        return new CouncilTaxReading(
                accountReference,
                uprn,
                day,
                balancePence,
                year,
                instalmentPence,
                firstDueOn,
                instalmentsDue,
                instalmentsPaid,
                stage);
    }

    /**
     * The day on which an instalment falls due.
     *
     * @param instalment 1 to 12
     */
    public LocalDate dueOn(int instalment) {
        return firstDueOn.plusMonths(instalment - 1L);
    }
}
