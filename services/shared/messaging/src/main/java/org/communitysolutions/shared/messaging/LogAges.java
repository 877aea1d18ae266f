package org.communitysolutions.shared.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** When the database's log ended where: by that a position in it has an age. Remembers what nobody has confirmed yet. */
final class LogAges {

    /** A quarter of a day of looks; beyond that ages are told as this long, and long since alarming. */
    private static final int MOST = 2_160;

    private final TreeMap<Long, Instant> ends = new TreeMap<>();

    /** Notes that the log ended there at that time. */
    void ended(long position, Instant at) {
        ends.putIfAbsent(position, at);
        if (ends.size() > MOST) {
            ends.remove(ends.higherKey(ends.firstKey()));
        }
    }

    /** How long ago the first of the log beyond what is confirmed was there already; nil if nothing is known to be. */
    Duration since(long confirmed, Instant now) {
        Map.Entry<Long, Instant> waiting = ends.higherEntry(confirmed);
        if (waiting == null) {
            ends.clear();
            return Duration.ZERO;
        }
        ends.headMap(waiting.getKey()).clear();
        return Duration.between(waiting.getValue(), now);
    }
}
