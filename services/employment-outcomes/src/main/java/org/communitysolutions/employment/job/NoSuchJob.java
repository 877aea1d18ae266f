package org.communitysolutions.employment.job;

/** The job that a command names is not there. */
public final class NoSuchJob extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoSuchJob() {
        super("There is no such job", null, false, false);
    }
}
