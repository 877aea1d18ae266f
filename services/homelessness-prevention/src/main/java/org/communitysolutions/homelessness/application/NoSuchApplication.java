package org.communitysolutions.homelessness.application;

/** The application that a command names is not there, or the caller may not know of it. */
public final class NoSuchApplication extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoSuchApplication() {
        super("There is no such application", null, false, false);
    }
}
