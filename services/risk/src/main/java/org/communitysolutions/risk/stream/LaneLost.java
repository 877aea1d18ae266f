package org.communitysolutions.risk.stream;

/** Another consumer has taken over a lane of the batch; nothing of it is kept, and the other will take it in. */
public final class LaneLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LaneLost(String message) {
        super(message);
    }
}
