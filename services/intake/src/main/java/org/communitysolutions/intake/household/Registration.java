package org.communitysolutions.intake.household;

import java.time.LocalDate;

/**
 * Somebody names a household.
 *
 * @param uprn its home, 1 to 12 digits
 * @param on a day on which it lives there
 * @param details what the one who names it knows of it
 */
public record Registration(String uprn, LocalDate on, HouseholdDetails details) {}
