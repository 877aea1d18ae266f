package org.communitysolutions.risk.segments.api;

import jakarta.validation.constraints.NotNull;
import org.communitysolutions.risk.segments.Clause;

/** Which households. */
record SegmentRequest(@NotNull Clause where) {}
