package org.communitysolutions.volunteering.match;

/** The role that a match names is not defined. */
public final class NoSuchRole extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoSuchRole() {
        super("There is no such role", null, false, false);
    }
}
