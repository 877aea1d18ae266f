package org.communitysolutions.employment.participant;

import java.time.LocalDate;
import java.util.UUID;

/**
 * One person in one spell of employment support.
 *
 * @param householdId intake's id
 * @param personId intake's id
 * @param version grows with each change
 */
public record Participant(
        UUID id, UUID householdId, UUID personId, Status status, LocalDate enrolledOn, long version) {}
