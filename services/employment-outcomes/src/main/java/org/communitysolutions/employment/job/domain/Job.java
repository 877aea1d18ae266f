package org.communitysolutions.employment.job.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A job that a participant started: what holds of it whether they are in it or have lost it.
 *
 * @param householdId intake's id
 * @param personId intake's id
 * @param employer who it is with; it stays in this service
 * @param startedOn the first day of work
 * @param hours agreed hours a week, 0 to 168, with at most two decimals; 0 for a contract without agreed hours
 * @param annualPayPence pay for a year before tax, in pence, 0 to 1,000,000,000
 */
public record Job(
        UUID id,
        UUID participantId,
        UUID householdId,
        UUID personId,
        JobKind kind,
        String employer,
        LocalDate startedOn,
        BigDecimal hours,
        long annualPayPence,
        Evidence evidence) {

    /** Whether that is the same job told twice: the same employer from the same day on. */
    boolean isSameAs(Job other) {
        return startedOn.equals(other.startedOn) && employer.strip().equalsIgnoreCase(other.employer.strip());
    }
}
