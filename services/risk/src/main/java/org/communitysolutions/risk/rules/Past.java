package org.communitysolutions.risk.rules;

import java.util.Arrays;

/** The events of one type that have happened so far, oldest first. */
final class Past {

    static final Past NOTHING = new Past();

    private PastEvent[] events = new PastEvent[4];
    private int size;

    void add(PastEvent event) {
        if (size == events.length) {
            events = Arrays.copyOf(events, 2 * size);
        }
        events[size++] = event;
    }

    int size() {
        return size;
    }

    PastEvent get(int place) {
        return events[place];
    }

    /** The last one that is such a one; null if there is none. */
    PastEvent last(EventPattern pattern) {
        for (int i = size - 1; i >= 0; i--) {
            if (pattern.matches(events[i])) {
                return events[i];
            }
        }
        return null;
    }
}
