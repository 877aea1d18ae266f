package org.communitysolutions.casemanagement.casefile.events;

import java.util.UUID;
import org.communitysolutions.shared.messaging.Publishes;

/** Work on a closed case began again. */
@Publishes("case-reopened.v1")
record CaseReopened(UUID householdId, UUID caseId) {}
