package org.communitysolutions.intake.need.events;

import java.util.UUID;
import org.communitysolutions.intake.need.Need;
import org.communitysolutions.shared.messaging.Publishes;

/** A need found earlier is one no longer. */
@Publishes("need-resolved.v1")
public record NeedResolved(UUID householdId, UUID needId, Need need) {}
