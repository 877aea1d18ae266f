package org.communitysolutions.homelessness.duty.domain;

/** Where a duty stands. What can be done with it is what its state has a method for. */
public sealed interface DutyState permits Owed, Ended {

    Duty duty();
}
