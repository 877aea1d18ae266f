package org.communitysolutions.intake.contact.events;

import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import org.communitysolutions.intake.contact.domain.Route;
import org.communitysolutions.intake.contact.domain.Tier;
import org.communitysolutions.shared.messaging.Publishes;

/** A contact was settled at the front door or sent to a team. */
@Publishes("contact-triaged.v1")
record ContactTriaged(Optional<UUID> householdId, UUID contactId, Tier tier, Route route, SortedSet<String> needs) {}
