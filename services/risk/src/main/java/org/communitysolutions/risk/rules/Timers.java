package org.communitysolutions.risk.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The instants that lie ahead, the next one last. */
final class Timers {

    private final List<Timer> ahead = new ArrayList<>(0);

    void add(Timer timer) {
        int place = ahead.size();
        while (place > 0 && ahead.get(place - 1).compareTo(timer) < 0) {
            place--;
        }
        ahead.add(place, timer);
    }

    /** Takes the next one, if it is before that time. */
    Timer nextBefore(Instant time) {
        return ahead.isEmpty() || !ahead.getLast().at().isBefore(time) ? null : ahead.removeLast();
    }

    /** Takes the next one, if it is no later than that time. */
    Timer nextUntil(Instant time) {
        return ahead.isEmpty() || ahead.getLast().at().isAfter(time) ? null : ahead.removeLast();
    }

    /** When the first is due that nothing has made void; {@link Instant#MAX} if there is none. */
    Instant next(Moment moment) {
        for (int i = ahead.size() - 1; i >= 0; i--) {
            if (ahead.get(i).isDue(moment)) {
                return ahead.get(i).at();
            }
        }
        return Instant.MAX;
    }
}
