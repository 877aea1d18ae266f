package org.communitysolutions.casemanagement.casefile.events;

import java.util.UUID;
import org.communitysolutions.shared.messaging.Publishes;

/** A worker became the one who holds the case. */
@Publishes("lead-worker-assigned.v1")
record LeadWorkerAssigned(UUID householdId, UUID caseId, UUID workerId) {}
