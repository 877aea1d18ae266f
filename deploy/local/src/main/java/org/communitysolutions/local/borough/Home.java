package org.communitysolutions.local.borough;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An invented household in its home, and what its accounts say.
 *
 * @param index its place in the borough, from 0
 * @param uprn 12 digits from a range that is invented: no real one begins with 999
 * @param ward NB-01 to NB-17
 * @param rent the account of those who rent from the council
 */
record Home(
        int index,
        String uprn,
        LocalDate occupiedFrom,
        String ward,
        Tenure tenure,
        int adults,
        int children,
        CouncilTax councilTax,
        Optional<Rent> rent) {

    /**
     * A council-tax account.
     *
     * @param instalmentPence a monthly instalment; twelve make a year
     * @param due instalments that have fallen due by the day of the extract
     * @param paid those of them that are paid in full
     * @param stage how far recovery has gone
     */
    record CouncilTax(String reference, int instalmentPence, int due, int paid, String stage) {

        int missed() {
            return due - paid;
        }

        CouncilTax behindBy(int instalments) {
            return new CouncilTax(reference, instalmentPence, due, due - instalments, stage);
        }

        long overduePence() {
            return (long) missed() * instalmentPence;
        }
    }

    /** A rent account with the council. */
    record Rent(String reference, int weeklyPence, long overduePence) {}
}
