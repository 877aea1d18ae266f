package org.communitysolutions.debtadvice.debtcase.api;

import jakarta.validation.constraints.NotNull;
import org.communitysolutions.debtadvice.debtcase.domain.ClosingReason;

/**
 * The end of advice.
 *
 * @param reason why it ends
 */
record ClosingRequest(@NotNull ClosingReason reason) {}
