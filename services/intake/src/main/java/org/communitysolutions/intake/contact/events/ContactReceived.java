package org.communitysolutions.intake.contact.events;

import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.contact.Channel;
import org.communitysolutions.shared.messaging.Publishes;

/** Someone got in touch with the front door, or was reached by it. */
@Publishes("contact-received.v1")
record ContactReceived(Optional<UUID> householdId, UUID contactId, Channel channel) {}
