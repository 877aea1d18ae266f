package org.communitysolutions.casemanagement.casefile.events;

import java.util.UUID;
import org.communitysolutions.casemanagement.casefile.domain.CloseReason;
import org.communitysolutions.shared.messaging.Publishes;

/** Work on a case ended. */
@Publishes("case-closed.v1")
record CaseClosed(UUID householdId, UUID caseId, CloseReason reason) {}
