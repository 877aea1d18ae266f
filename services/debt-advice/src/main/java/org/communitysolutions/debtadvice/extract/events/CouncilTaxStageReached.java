package org.communitysolutions.debtadvice.extract.events;

import java.util.UUID;
import org.communitysolutions.shared.messaging.Publishes;

/** Recovery of council tax stands at another stage. */
@Publishes("council-tax-stage-reached.v1")
record CouncilTaxStageReached(UUID householdId, UUID accountId, String stage, long arrearsPence) {}
