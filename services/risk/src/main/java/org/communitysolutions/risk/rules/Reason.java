package org.communitysolutions.risk.rules;

import java.time.Instant;
import java.util.UUID;

/**
 * An event that made a rule hold, and the factor that it moved: what the event is called where it moves none. Ordered by
 * when the events happened.
 */
public record Reason(UUID event, String factor, Instant occurredAt) implements Comparable<Reason> {

    @Override
    public int compareTo(Reason other) {
        int byTime = occurredAt.compareTo(other.occurredAt);
        int byEvent = byTime == 0 ? event.compareTo(other.event) : byTime;
        return byEvent == 0 ? factor.compareTo(other.factor) : byEvent;
    }
}
