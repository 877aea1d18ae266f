package org.communitysolutions.risk.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** How one factor of one household went up to a moment: it is there while any of its strands is. */
final class FactorThread {

    private record Strand(OptionalLong level, Instant news) {}

    private final Factor factor;
    private final Map<String, Strand> strands = new HashMap<>();
    private final List<EndedFactor> ended = new ArrayList<>();
    private Instant since;
    private UUID began;
    private PastEvent latest;
    private Trend trend;

    FactorThread(Factor factor) {
        this.factor = factor;
    }

    /** Lets go of the strands that have stood without news for too long by {@code now}. */
    void lapse(Instant now) {
        if (strands.isEmpty() || factor.standsForDays().isEmpty()) {
            return;
        }
        Instant last = strands.values().stream()
                .map(this::standsUntil)
                .max(Instant::compareTo)
                .orElseThrow();
        strands.values().removeIf(strand -> !standsUntil(strand).isAfter(now));
        if (strands.isEmpty()) {
            ended.add(new EndedFactor(factor.code(), since, last, began));
        }
    }

    void move(PastEvent event) {
        factor.beginning(event).ifPresent(signal -> hear(signal, event));
        factor.ending(event).ifPresent(signal -> end(signal, event));
    }

    private void hear(Signal signal, PastEvent event) {
        if (strands.isEmpty()) {
            since = event.occurredAt();
            began = event.id();
            trend = Trend.STEADY;
        }
        latest = event;
        String name = signal.strand(event);
        Strand known = strands.get(name);
        OptionalLong before = known == null ? OptionalLong.empty() : known.level();
        OptionalLong now = signal.level().map(event::number).orElse(before);
        if (before.isEmpty()) {
            before = signal.previous().map(event::number).orElse(before);
        }
        trend = signal.trend().orElse(compare(before, now));
        strands.put(name, new Strand(now, event.occurredAt()));
    }

    /** News that the level is what it was says nothing about where it is going. */
    private Trend compare(OptionalLong before, OptionalLong now) {
        if (before.isEmpty() || now.isEmpty() || before.getAsLong() == now.getAsLong()) {
            return trend;
        }
        return now.getAsLong() > before.getAsLong() ? Trend.RISING : Trend.FALLING;
    }

    private void end(Signal signal, PastEvent event) {
        if (strands.isEmpty()) {
            return;
        }
        if (signal.each().isEmpty()) {
            strands.clear();
        } else {
            strands.remove(signal.strand(event));
        }
        if (strands.isEmpty()) {
            ended.add(new EndedFactor(factor.code(), since, event.occurredAt(), event.id()));
        }
    }

    Optional<HeldFactor> held() {
        if (strands.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> until = factor.standsForDays().isEmpty()
                ? Optional.empty()
                : strands.values().stream().map(this::standsUntil).max(Instant::compareTo);
        return Optional.of(
                new HeldFactor(factor, since, began, latest.id(), latest.occurredAt(), until, level(), trend));
    }

    List<EndedFactor> ended() {
        return ended;
    }

    private OptionalLong level() {
        return strands.values().stream()
                .map(Strand::level)
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .reduce(Long::sum);
    }

    private Instant standsUntil(Strand strand) {
        return strand.news().plus(Duration.ofDays(factor.standsForDays().orElseThrow()));
    }
}
