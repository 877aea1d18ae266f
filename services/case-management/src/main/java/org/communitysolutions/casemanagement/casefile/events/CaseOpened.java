package org.communitysolutions.casemanagement.casefile.events;

import java.util.UUID;
import org.communitysolutions.casemanagement.casefile.domain.Tier;
import org.communitysolutions.shared.messaging.Publishes;

/** A case file was opened for a household. */
@Publishes("case-opened.v1")
record CaseOpened(UUID householdId, UUID caseId, Tier tier, String team) {}
