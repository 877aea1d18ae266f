package org.communitysolutions.risk.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** One factor of one household, told anew from all events so far. Slow and plain: see {@link ReferenceEvaluator}. */
final class ReferenceFactor {

    private record Strand(OptionalLong level, Optional<Instant> until) {}

    private final Factor factor;
    private final Map<String, Strand> strands = new TreeMap<>();
    final List<PastEvent> beginnings = new ArrayList<>();
    final List<EndedFactor> ended = new ArrayList<>();
    final List<Instant> lapses = new ArrayList<>();
    PastEvent latest;
    Trend trend = Trend.STEADY;

    ReferenceFactor(Factor factor, List<PastEvent> soFar, Instant now) {
        this.factor = factor;
        for (PastEvent event : soFar) {
            lapse(event.occurredAt());
            factor.begins().stream()
                    .filter(signal -> signal.on().matches(event))
                    .findFirst()
                    .ifPresent(signal -> begin(signal, event));
            factor.ends().stream()
                    .filter(signal -> signal.on().matches(event))
                    .findFirst()
                    .ifPresent(signal -> end(signal, event));
        }
        lapse(now);
    }

    private void lapse(Instant now) {
        Instant last = Instant.MIN;
        for (Map.Entry<String, Strand> strand : List.copyOf(strands.entrySet())) {
            Instant until = strand.getValue().until().orElse(Instant.MAX);
            if (until.compareTo(now) <= 0) {
                strands.remove(strand.getKey());
                lapses.add(until);
                last = until.isAfter(last) ? until : last;
            }
        }
        if (strands.isEmpty() && last.isAfter(Instant.MIN)) {
            ended.add(new EndedFactor(
                    factor.code(),
                    beginnings.getLast().occurredAt(),
                    last,
                    beginnings.getLast().id()));
        }
    }

    private static String name(Signal signal, PastEvent event) {
        return String.join(
                "/",
                signal.each().stream()
                        .map(field -> event.text(field.name()).orElse(""))
                        .toList());
    }

    private void begin(Signal signal, PastEvent event) {
        if (strands.isEmpty()) {
            beginnings.add(event);
            trend = Trend.STEADY;
        }
        latest = event;
        Strand known = strands.get(name(signal, event));
        OptionalLong before = known == null ? OptionalLong.empty() : known.level();
        OptionalLong level =
                signal.level().isPresent() ? event.number(signal.level().get().name()) : before;
        if (before.isEmpty() && signal.previous().isPresent()) {
            before = event.number(signal.previous().get().name());
        }
        if (signal.trend().isPresent()) {
            trend = signal.trend().get();
        } else if (before.isPresent() && level.isPresent() && before.getAsLong() < level.getAsLong()) {
            trend = Trend.RISING;
        } else if (before.isPresent() && level.isPresent() && before.getAsLong() > level.getAsLong()) {
            trend = Trend.FALLING;
        }
        Optional<Instant> until = factor.standsForDays().isPresent()
                ? Optional.of(event.occurredAt()
                        .plus(Duration.ofDays(factor.standsForDays().getAsInt())))
                : Optional.empty();
        strands.put(name(signal, event), new Strand(level, until));
    }

    private void end(Signal signal, PastEvent event) {
        if (strands.isEmpty()) {
            return;
        }
        if (signal.each().isEmpty()) {
            strands.clear();
        } else {
            strands.remove(name(signal, event));
        }
        if (strands.isEmpty()) {
            ended.add(
                    new EndedFactor(factor.code(), beginnings.getLast().occurredAt(), event.occurredAt(), event.id()));
        }
    }

    String code() {
        return factor.code();
    }

    boolean isHeld() {
        return !strands.isEmpty();
    }

    OptionalLong level() {
        return strands.values().stream()
                .filter(strand -> strand.level().isPresent())
                .mapToLong(strand -> strand.level().getAsLong())
                .reduce(Long::sum);
    }

    Optional<Instant> nextLapse() {
        return strands.values().stream()
                .flatMap(strand -> strand.until().stream())
                .min(Instant::compareTo);
    }

    HeldFactor held() {
        return new HeldFactor(
                factor,
                beginnings.getLast().occurredAt(),
                beginnings.getLast().id(),
                latest.id(),
                latest.occurredAt(),
                strands.values().stream()
                        .flatMap(strand -> strand.until().stream())
                        .max(Instant::compareTo),
                level(),
                trend);
    }
}
