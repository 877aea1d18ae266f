package org.communitysolutions.shared.messaging;

import io.smallrye.mutiny.Uni;
import java.util.OptionalInt;

/** The events that wait behind one of their key which could not be handled. */
public interface HeldBackEvents {

    /**
     * Handles the held-back events of {@code key} in the order they came, all or none.
     *
     * @return how many were handled; empty if the key is not parked
     */
    Uni<OptionalInt> release(String key);
}
