package org.communitysolutions.volunteering.volunteer.events;

import java.util.UUID;
import org.communitysolutions.shared.messaging.Publishes;

/** Someone offered to volunteer. */
@Publishes("volunteer-registered.v1")
public record VolunteerRegistered(UUID volunteerId) {}
