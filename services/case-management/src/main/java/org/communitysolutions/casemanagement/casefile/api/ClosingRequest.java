package org.communitysolutions.casemanagement.casefile.api;

import jakarta.validation.constraints.NotNull;
import org.communitysolutions.casemanagement.casefile.domain.CloseReason;

/** Why work ended. */
record ClosingRequest(@NotNull CloseReason reason) {}
