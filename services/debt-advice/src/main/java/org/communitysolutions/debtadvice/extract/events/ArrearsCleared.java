package org.communitysolutions.debtadvice.extract.events;

import java.util.UUID;
import org.communitysolutions.shared.messaging.Publishes;

/** An account that was in arrears is so no longer. */
@Publishes("arrears-cleared.v1")
record ArrearsCleared(UUID householdId, UUID accountId, String kind) {}
