package org.communitysolutions.risk.segments;

import java.util.List;
import java.util.UUID;
import org.communitysolutions.risk.rules.Reason;

/**
 * A household that a query finds and nobody works with. Only what acts on a decision may hold one.
 *
 * @param reasons the events that began the factors it was found by, oldest first
 */
public record UnknownHousehold(UUID household, List<Reason> reasons) {}
