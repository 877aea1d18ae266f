package org.communitysolutions.risk.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The different events that one {@link EventTally} has to do with, kept up as they happen. */
final class Tally {

    private final EventTally asked;
    private PastEvent[] different = new PastEvent[4];
    private long[] days = new long[4];
    private int[] hashes = new int[4];
    private int size;
    private int seen;

    Tally(EventTally asked) {
        this.asked = asked;
    }

    boolean reaches(Moment moment) {
        keepUp(moment);
        PastEvent mark = asked.sequence().map(sequence -> sequence.mark(moment)).orElse(null);
        long from = windowStart(moment, mark);
        long reached = 0;
        for (int i = 0; i < size; i++) {
            if (days[i] >= from && counts(i, mark)) {
                reached += asked.sum().isPresent() ? asked.sum().get().number(different[i]) : 1;
            }
        }
        return reached >= asked.atLeast();
    }

    /** The events in the window, oldest first. */
    List<PastEvent> counted(Moment moment) {
        keepUp(moment);
        PastEvent mark = asked.sequence().map(sequence -> sequence.mark(moment)).orElse(null);
        long from = windowStart(moment, mark);
        List<PastEvent> counted = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (days[i] >= from && counts(i, mark)) {
                counted.add(different[i]);
            }
        }
        return counted;
    }

    /** The first day of the window that ends with the latest; beyond all days if that is itself too long ago. */
    private long windowStart(Moment moment, PastEvent mark) {
        long latest = Long.MIN_VALUE;
        for (int i = 0; i < size; i++) {
            latest = days[i] > latest && counts(i, mark) ? days[i] : latest;
        }
        return latest == Long.MIN_VALUE || latest < moment.today() - asked.withinDays()
                ? Long.MAX_VALUE
                : latest - asked.withinDays();
    }

    private boolean counts(int place, PastEvent mark) {
        return asked.sequence().isEmpty() || asked.sequence().get().allows(different[place], mark);
    }

    private void keepUp(Moment moment) {
        Past past = moment.past(asked.events().kind());
        for (; seen < past.size(); seen++) {
            PastEvent event = past.get(seen);
            if (asked.events().matches(event)) {
                int hash = hash(event);
                if (!isKnown(event, hash)) {
                    add(event, hash, asked.day(event, moment));
                }
            }
        }
    }

    private boolean isKnown(PastEvent event, int hash) {
        for (int i = 0; i < size; i++) {
            if (hashes[i] == hash && isSameThing(different[i], event)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSameThing(PastEvent one, PastEvent other) {
        for (int i = 0; i < asked.distinct().size(); i++) {
            EventField field = asked.distinct().get(i);
            if (!Objects.equals(field.of(one), field.of(other))) {
                return false;
            }
        }
        return !asked.distinct().isEmpty();
    }

    private int hash(PastEvent event) {
        int hash = 0;
        for (int i = 0; i < asked.distinct().size(); i++) {
            hash = 31 * hash + Objects.hashCode(asked.distinct().get(i).of(event));
        }
        return hash;
    }

    private void add(PastEvent event, int hash, long day) {
        if (size == different.length) {
            different = Arrays.copyOf(different, 2 * size);
            days = Arrays.copyOf(days, 2 * size);
            hashes = Arrays.copyOf(hashes, 2 * size);
        }
        different[size] = event;
        days[size] = day;
        hashes[size++] = hash;
    }
}
