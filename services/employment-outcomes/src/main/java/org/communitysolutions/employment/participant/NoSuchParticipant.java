package org.communitysolutions.employment.participant;

/** The participant that a command names is not there. */
public final class NoSuchParticipant extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoSuchParticipant() {
        super("There is no such participant", null, false, false);
    }
}
