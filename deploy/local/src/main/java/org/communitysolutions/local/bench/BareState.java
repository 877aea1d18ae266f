package org.communitysolutions.local.bench;

import java.util.Arrays;

/** What the bare loop keeps of a household: its history in bytes, as many for an event as the service takes. */
final class BareState {

    /** Bytes of one event in a history. */
    private static final int EVENT_BYTES = 55;

    private static final int ID_BYTES = 16;

    /** A household, once for what is standard and once for what is restricted. */
    record Household(long high, long low, boolean restricted) {}

    private final Household household;
    private byte[] history = new byte[8 * EVENT_BYTES];
    private int events;
    private long asOf;

    BareState(Household household) {
        this.household = household;
    }

    /** Takes an event in: its id, and as much of its data as there is room for. */
    void add(BareBatch.Event event) {
        int at = events * EVENT_BYTES;
        if (at + EVENT_BYTES > history.length) {
            history = Arrays.copyOf(history, history.length * 3 / 2 + EVENT_BYTES);
        }
        for (int i = 0; i < Long.BYTES; i++) {
            history[at + i] = (byte) (event.idHigh() >>> (8 * i));
            history[at + Long.BYTES + i] = (byte) (event.idLow() >>> (8 * i));
        }
        byte[] data = event.data();
        int tail = Math.min(EVENT_BYTES - ID_BYTES, data.length);
        System.arraycopy(data, data.length - tail, history, at + ID_BYTES, tail);
        events++;
        asOf = Math.max(asOf, event.occurredAt());
    }

    Household household() {
        return household;
    }

    byte[] history() {
        return history;
    }

    int length() {
        return events * EVENT_BYTES;
    }

    int events() {
        return events;
    }

    long asOf() {
        return asOf;
    }
}
