package org.communitysolutions.volunteering.clearance;

import org.communitysolutions.volunteering.clearance.domain.CheckState;

/**
 * A check as it is kept.
 *
 * @param version grows with each change
 */
public record KeptCheck(CheckState state, long version) {}
