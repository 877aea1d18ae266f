package org.communitysolutions.volunteering.hours;

import org.communitysolutions.volunteering.hours.domain.HoursState;

/**
 * Time that a volunteer gave, as it is kept.
 *
 * @param version grows with each change
 */
public record KeptHours(HoursState state, long version) {}
