package org.communitysolutions.risk.stream;

/** Somebody else has written a household since it was read; nothing of the batch is kept, and it has to be read anew. */
public final class StaleHouseholds extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StaleHouseholds(String message) {
        super(message);
    }
}
