package org.communitysolutions.risk.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How one factor of one household went up to a moment: it is there while any of its strands is. Strands that stood
 * without news for too long are let go of when somebody asks, or with the next event.
 */
final class FactorThread {

    /** One account, need or person that the factor is held by. */
    private static final class Strand {
        private final String name;
        private Instant until;
        private boolean hasLevel;
        private long level;

        private Strand(String name) {
            this.name = name;
        }
    }

    private final Factor factor;
    private final Duration stands;
    private final List<Strand> strands = new ArrayList<>(2);
    private final List<EndedFactor> ended = new ArrayList<>(0);
    private PastEvent began;
    private PastEvent latest;
    private Trend trend;
    private Instant lapsed = Instant.MIN;

    FactorThread(Factor factor) {
        this.factor = factor;
        this.stands = factor.standsForDays().isEmpty()
                ? null
                : Duration.ofDays(factor.standsForDays().getAsInt());
    }

    /** News of it; returns whether it began with this. */
    boolean hear(Signal signal, PastEvent event) {
        boolean begins = !isHeld(event.occurredAt());
        if (begins) {
            began = event;
            trend = Trend.STEADY;
        }
        latest = event;
        Strand strand = strand(Signal.strand(signal.each(), event));
        setLevel(strand, signal, event);
        strand.until = stands == null ? Instant.MAX : event.occurredAt().plus(stands);
        return begins;
    }

    private Strand strand(String name) {
        for (int i = 0; i < strands.size(); i++) {
            if (strands.get(i).name.equals(name)) {
                return strands.get(i);
            }
        }
        Strand strand = new Strand(name);
        strands.add(strand);
        return strand;
    }

    /** News that the level is what it was says nothing about where it is going. */
    private void setLevel(Strand strand, Signal signal, PastEvent event) {
        boolean hadLevel = strand.hasLevel;
        long before = strand.level;
        if (signal.level().isPresent()) {
            strand.hasLevel = signal.level().get().isNumberIn(event);
            strand.level = signal.level().get().number(event);
        }
        if (!hadLevel && signal.previous().isPresent()) {
            hadLevel = signal.previous().get().isNumberIn(event);
            before = signal.previous().get().number(event);
        }
        if (signal.trend().isPresent()) {
            trend = signal.trend().get();
        } else if (hadLevel && strand.hasLevel && before != strand.level) {
            trend = strand.level > before ? Trend.RISING : Trend.FALLING;
        }
    }

    void end(Signal signal, PastEvent event) {
        if (!isHeld(event.occurredAt())) {
            return;
        }
        if (signal.each().isEmpty()) {
            strands.clear();
        } else {
            String name = Signal.strand(signal.each(), event);
            strands.removeIf(strand -> strand.name.equals(name));
        }
        if (strands.isEmpty()) {
            ended.add(new EndedFactor(factor.code(), began.occurredAt(), event.occurredAt(), event.id()));
        }
    }

    /** Whether it is there at that time, which is no earlier than any that was asked about before. */
    boolean isHeld(Instant now) {
        if (!strands.isEmpty() && stands != null) {
            lapse(now);
        }
        return !strands.isEmpty();
    }

    private void lapse(Instant now) {
        for (int i = strands.size() - 1; i >= 0; i--) {
            Instant until = strands.get(i).until;
            if (!until.isAfter(now)) {
                lapsed = until.isAfter(lapsed) ? until : lapsed;
                strands.remove(i);
            }
        }
        if (strands.isEmpty()) {
            ended.add(new EndedFactor(factor.code(), began.occurredAt(), lapsed, began.id()));
        }
    }

    Factor factor() {
        return factor;
    }

    /** The event that began it. */
    PastEvent began() {
        return began;
    }

    /** The last event that brought news of it. */
    PastEvent latest() {
        return latest;
    }

    Trend trend() {
        return trend;
    }

    boolean hasLevel() {
        for (int i = 0; i < strands.size(); i++) {
            if (strands.get(i).hasLevel) {
                return true;
            }
        }
        return false;
    }

    /** Of all its strands together; nil if none of them has a level. */
    long level() {
        long sum = 0;
        for (int i = 0; i < strands.size(); i++) {
            sum += strands.get(i).hasLevel ? strands.get(i).level : 0;
        }
        return sum;
    }

    /** When a strand last lapsed; {@link Instant#MIN} if none did. */
    Instant lapsed() {
        return lapsed;
    }

    /** When the next strand lapses unless there is news; {@link Instant#MAX} if none does. */
    Instant nextLapse() {
        Instant next = Instant.MAX;
        for (int i = 0; i < strands.size(); i++) {
            next = strands.get(i).until.isBefore(next) ? strands.get(i).until : next;
        }
        return next;
    }

    /** As it is held now. */
    HeldFactor held() {
        Instant until = Instant.MIN;
        for (int i = 0; i < strands.size(); i++) {
            until = strands.get(i).until.isAfter(until) ? strands.get(i).until : until;
        }
        return new HeldFactor(
                factor,
                began.occurredAt(),
                began.id(),
                latest.id(),
                latest.occurredAt(),
                stands == null ? Optional.empty() : Optional.of(until),
                hasLevel() ? OptionalLong.of(level()) : OptionalLong.empty(),
                trend);
    }

    /** Its time as far as it counts: up to that event of a challenge. */
    EndedFactor endedFor(PastEvent challenge) {
        Instant since = began.occurredAt();
        Instant until = challenge.occurredAt().isAfter(since) ? challenge.occurredAt() : since;
        return new EndedFactor(factor.code(), since, until, challenge.id());
    }

    List<EndedFactor> ended() {
        return ended;
    }
}
