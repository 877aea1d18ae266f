package org.communitysolutions.homelessness.duty;

import org.communitysolutions.homelessness.duty.domain.DutyState;

/**
 * A duty as it is kept.
 *
 * @param version grows with each change
 */
public record KeptDuty(DutyState state, long version) {}
