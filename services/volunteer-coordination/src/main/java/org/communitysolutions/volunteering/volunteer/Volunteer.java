package org.communitysolutions.volunteering.volunteer;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody who offered to volunteer.
 *
 * @param id an id of this service's own, not that of a person in a household
 * @param version grows with each change
 */
public record Volunteer(UUID id, VolunteerDetails details, LocalDate registeredOn, long version) {}
