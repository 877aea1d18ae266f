package org.communitysolutions.homelessness.application;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A household's application for help with homelessness (Housing Act 1996, s183). A referral by an agency is none.
 *
 * @param householdId intake's id
 * @param approachedOn the day on which it asked
 * @param version grows with each change
 */
public record Application(UUID id, UUID householdId, Cause cause, LocalDate approachedOn, long version) {

    /** Whether it, and all that hangs on it, exists for those only who are cleared for it. */
    public boolean restricted() {
        return cause.restricted();
    }
}
