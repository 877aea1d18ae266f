package org.communitysolutions.volunteering.volunteer;

import java.util.Optional;
import java.util.UUID;

/**
 * Who a volunteer is and how to reach them: by e-mail, by telephone or both. It stays in this service.
 *
 * @param householdId their own household, intake's id, if it is one that the council knows
 */
public record VolunteerDetails(
        String name, Optional<String> email, Optional<String> phone, Optional<UUID> householdId) {}
