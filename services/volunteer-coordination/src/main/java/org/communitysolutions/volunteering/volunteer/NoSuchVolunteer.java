package org.communitysolutions.volunteering.volunteer;

/** The volunteer that a command names is not there. */
public final class NoSuchVolunteer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoSuchVolunteer() {
        super("There is no such volunteer", null, false, false);
    }
}
