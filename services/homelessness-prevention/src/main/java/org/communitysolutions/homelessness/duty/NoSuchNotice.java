package org.communitysolutions.homelessness.duty;

/** The notice that a duty would rest on is not there, is another household's or another application's, or is hidden. */
public final class NoSuchNotice extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoSuchNotice() {
        super("There is no such notice", null, false, false);
    }
}
