package org.communitysolutions.volunteering.hours.domain;

/** Where logged time stands. What can be done with it is what its state has a method for. */
public sealed interface HoursState permits Logged, Approved {

    Hours hours();
}
