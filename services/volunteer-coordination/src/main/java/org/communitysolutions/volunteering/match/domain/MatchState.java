package org.communitysolutions.volunteering.match.domain;

/** Where a match stands. What can be done with it is what its state has a method for. */
public sealed interface MatchState permits Active, Ended {

    Match match();
}
