package org.communitysolutions.intake.referral;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the person agreed to.
 *
 * @param toRefer that they are referred
 * @param toBeContacted that the council is told how they may be contacted
 * @param on the day on which they agreed, if they did
 */
public record Consent(boolean toRefer, boolean toBeContacted, Optional<LocalDate> on) {}
