package org.communitysolutions.intake.membership.events;

import java.time.LocalDate;
import java.util.UUID;
import org.communitysolutions.shared.messaging.Publishes;

/** A person's membership of a household ended. */
@Publishes("person-left-household.v1")
public record PersonLeftHousehold(UUID householdId, UUID personId, LocalDate until) {}
