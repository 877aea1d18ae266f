package org.communitysolutions.volunteering.clearance.domain;

/** Where a check stands. What can be done with it is what its state has a method for. */
public sealed interface CheckState permits Asked, Cleared, NotCleared {

    Check check();
}
