package org.communitysolutions.local.history;

import java.util.UUID;
import java.util.function.Consumer;

/** What is told of a borough, household by household; passes on what its reader wants. */
final class Chronicle {

    /** Someone who reads it. */
    interface Reader {

        /** Asked of each event before it is written, so that nothing is written in vain. */
        boolean wants(long recordedAt);

        void read(PublishedEvent event);
    }

    private final Period period;
    private final Reader reader;
    private final EventData data = new EventData();
    private UUID household = new UUID(0, 0);
    private byte[] key = {};
    private long draws;

    Chronicle(Period period, Reader reader) {
        this.period = period;
        this.reader = reader;
    }

    Period period() {
        return period;
    }

    /**
     * From here on, this household is spoken of.
     *
     * @param seed no other household's
     */
    void turnTo(Household home, long seed) {
        household = home.id();
        key = new byte[0];
        draws = Draw.mix(seed);
    }

    /**
     * Tells what happened to the household.
     *
     * @return whether it was told by the end of the history; if not, nobody knows of it yet
     */
    boolean tell(EventType type, long occurredAt, long recordedAt, Consumer<EventData> content) {
        draws++;
        if (reader.wants(recordedAt)) {
            if (key.length == 0) {
                key = new Ascii(36).uuid(household).take();
            }
            content.accept(data.begin().id("householdId", household));
            reader.read(PublishedEvent.aboutHousehold(type, draws, occurredAt, recordedAt, key, data.end()));
        }
        return recordedAt < period.end();
    }

    /** Tells what happened around the household but is about no household. */
    void tellOfOthers(EventType type, UUID subject, long occurredAt, long recordedAt, Consumer<EventData> content) {
        draws++;
        if (reader.wants(recordedAt)) {
            content.accept(data.begin());
            byte[] other = new Ascii(36).uuid(subject).take();
            reader.read(PublishedEvent.aboutNone(type, draws, occurredAt, recordedAt, other, data.end()));
        }
    }
}
