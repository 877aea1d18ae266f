package org.communitysolutions.embedded;

import java.util.Optional;

/** What an outbox connector has lost, and so what brings it back. */
public enum OutboxLoss {
    NOTHING("nothing is lost; it runs", false),
    /** The slot and Connect's memory of it go together, so that nothing is told twice. */
    CONNECTOR("the connector is not there; its slot is, and Connect knows how far it came", false),
    STANDING("the connector does not run; its slot is there, and Connect knows how far it came", false),
    OFFSETS("Connect does not know how far the connector came", true),
    SLOT("the slot is gone", true),
    LOG("PostgreSQL has given up the log that the slot was to keep", true),
    ASKED_FOR("the outbox is to be told again", true);

    private final String text;
    private final boolean toldAgain;

    OutboxLoss(String text, boolean toldAgain) {
        this.text = text;
        this.toldAgain = toldAgain;
    }

    /** What is found: without a slot that can be read on, or without a place to read on from, only the outbox itself helps. */
    static OutboxLoss of(
            Optional<ConnectRest.Status> connector, boolean offsetsAreKnown, Optional<OutboxSlot.State> slot) {
        if (slot.isEmpty()) {
            return SLOT;
        }
        if (!slot.get().usable()) {
            return LOG;
        }
        if (!offsetsAreKnown) {
            return OFFSETS;
        }
        return connector.map(found -> found.isRunning() ? NOTHING : STANDING).orElse(CONNECTOR);
    }

    /** Whether all rows of the outbox have to be told again to make sure of those that were not told yet. */
    public boolean isToldAgain() {
        return toldAgain;
    }

    /** In a sentence's words. */
    public String text() {
        return text;
    }
}
