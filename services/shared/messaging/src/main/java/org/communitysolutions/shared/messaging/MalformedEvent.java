package org.communitysolutions.shared.messaging;

/** A record that is not the event it claims to be. It is parked; trying again would not mend it. */
public class MalformedEvent extends RuntimeException {

    public MalformedEvent(String message) {
        super(message);
    }

    public MalformedEvent(String message, Throwable cause) {
        super(message, cause);
    }
}
