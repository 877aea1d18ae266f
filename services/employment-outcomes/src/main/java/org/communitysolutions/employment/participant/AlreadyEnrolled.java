package org.communitysolutions.employment.participant;

/** The person is enrolled already: one spell of support at a time. */
public final class AlreadyEnrolled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AlreadyEnrolled() {
        super("The person is enrolled already", null, false, false);
    }
}
