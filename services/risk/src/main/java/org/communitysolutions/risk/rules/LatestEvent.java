package org.communitysolutions.risk.rules;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The last event of a type is such a one.
 *
 * @param withinDays and is no older than so many days
 * @param sequence and is later, or earlier, than another event
 * @param says with {@code {dates}}
 */
public record LatestEvent(EventPattern events, OptionalInt withinDays, Optional<Sequence> sequence, Sentence says)
        implements Condition {

    @Override
    public boolean holds(Moment moment) {
        Past past = moment.past(events.kind());
        if (past.size() == 0) {
            return false;
        }
        PastEvent latest = past.get(past.size() - 1);
        return events.matches(latest)
                && (withinDays.isEmpty() || moment.within(latest.occurredAt(), withinDays.getAsInt()))
                && (sequence.isEmpty()
                        || sequence.get().allows(latest, sequence.get().mark(moment)));
    }

    @Override
    public Evidence evidence(Moment moment) {
        Past past = moment.past(events.kind());
        PastEvent latest = past.get(past.size() - 1);
        return new Evidence(
                moment.reasons(List.of(latest)), says.fill(dates -> Wording.day(latest.day(moment.zone()))));
    }
}
