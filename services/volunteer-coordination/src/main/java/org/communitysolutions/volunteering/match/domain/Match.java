package org.communitysolutions.volunteering.match.domain;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A volunteer helps a household in a role: what holds of it whether it goes on or has ended.
 *
 * @param householdId intake's id
 * @param role the code of the role
 * @param since its first day
 */
public record Match(UUID id, UUID volunteerId, UUID householdId, String role, LocalDate since) {}
