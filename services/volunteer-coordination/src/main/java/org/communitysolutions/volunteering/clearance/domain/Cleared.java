package org.communitysolutions.volunteering.clearance.domain;

import java.time.LocalDate;

/**
 * A check that came back in order.
 *
 * @param issuedOn the date of the certificate
 */
public record Cleared(Check check, LocalDate issuedOn) implements CheckState {

    /** Whether it lets the volunteer take up that role on that day. */
    public boolean fits(Role role, LocalDate on, Renewal renewal) {
        return !issuedOn.isAfter(on) && role.isMetBy(check.level(), check.workforce()) && renewal.isFresh(issuedOn, on);
    }
}
