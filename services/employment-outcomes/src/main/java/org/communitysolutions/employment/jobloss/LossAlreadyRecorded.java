package org.communitysolutions.employment.jobloss;

/** That the person lost a job on that day is known, and was told. */
public final class LossAlreadyRecorded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LossAlreadyRecorded() {
        super("The loss is recorded already", null, false, false);
    }
}
