package org.communitysolutions.risk.outreach;

import java.util.Optional;
import org.communitysolutions.risk.outreach.domain.Proposal;
import org.communitysolutions.risk.segments.Clause;

/**
 * A proposal as it is kept.
 *
 * @param where which households, as it was asked
 * @param shownCount how many unknown ones there were when it was made, as far as that may be shown
 * @param version grows with each change
 */
public record KeptProposal(Proposal proposal, Clause where, Optional<Long> shownCount, long version) {}
