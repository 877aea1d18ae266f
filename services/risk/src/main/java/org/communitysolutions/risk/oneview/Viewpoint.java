package org.communitysolutions.risk.oneview;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.journal.JournalEntry;
import org.communitysolutions.risk.rules.PastEvent;
import org.communitysolutions.risk.stream.BoroughTime;
import org.communitysolutions.shared.transactions.CouncilCalendar;

/**
 * The day at whose end a household is looked at.
 *
 * @param asOf what happened later is left out; the present unless it is given, or the day of {@code knownOn}
 * @param knownOn what was written down later is left out
 */
public record Viewpoint(Optional<LocalDate> asOf, Optional<LocalDate> knownOn) {

    public static final Viewpoint PRESENT = new Viewpoint(Optional.empty(), Optional.empty());

    /** Whether the viewer sees the event from here: by when it happened, and when its publisher wrote it down. */
    boolean sees(JournalEntry event, BoroughTime.Now now) {
        return sees(event.id(), event.occurredAt(), now);
    }

    /** The same of an event of which the id and the time are at hand. */
    boolean sees(UUID event, Instant occurredAt, BoroughTime.Now now) {
        return !occurredAt.isAfter(moment(now))
                && knownOn.map(day -> PastEvent.recordedAt(event, occurredAt).isBefore(endOf(day)))
                        .orElse(true);
    }

    /** The end of the day, by the clock on the wall; empty for the present. */
    Optional<Instant> end() {
        return asOf.or(() -> knownOn).map(Viewpoint::endOf);
    }

    /** The moment itself. */
    Instant moment(BoroughTime.Now now) {
        return end().map(end -> earlier(end.minusNanos(1_000), now.latest())).orElse(now.latest());
    }

    /** Up to when it was known what did not happen. */
    Instant horizon(BoroughTime.Now now) {
        Duration lateness = Duration.between(now.horizon(), now.latest());
        Instant known = knownOn.map(day -> endOf(day).minus(lateness)).orElse(now.horizon());
        return earlier(earlier(moment(now), known), now.horizon());
    }

    private static Instant endOf(LocalDate day) {
        return CouncilCalendar.startOf(day.plusDays(1));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
