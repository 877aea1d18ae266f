package org.communitysolutions.risk.rules;

import java.time.Instant;

/**
 * An instant at which a condition comes to hold unless something happens before.
 *
 * @param about the event that began the time
 */
record Timer(Instant at, PastEvent about, Bearing.Timed timed) implements Comparable<Timer> {

    /** Whether nothing has happened that makes it void. */
    boolean isDue(Moment moment) {
        return switch (timed.condition()) {
            case Absence absence -> !absence.isAnswered(about, moment);
            case FactorHolds holds -> {
                FactorThread thread = moment.held(holds.factor());
                yield thread != null && thread.began().equals(about);
            }
            default -> false;
        };
    }

    /** By time; at one time by the events that began it, and then by rules. */
    @Override
    public int compareTo(Timer other) {
        int byTime = at.compareTo(other.at);
        int byEvent = byTime == 0 ? about.compareTo(other.about) : byTime;
        return byEvent == 0 ? Integer.compare(timed.rule(), other.timed.rule()) : byEvent;
    }
}
