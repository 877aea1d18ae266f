package org.communitysolutions.volunteering.volunteer;

/** The household that would become the volunteer's own is one that they are matched with. */
public final class MatchedWithThatHousehold extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MatchedWithThatHousehold() {
        super("The volunteer is matched with that household", null, false, false);
    }
}
