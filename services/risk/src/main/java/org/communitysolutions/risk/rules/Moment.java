package org.communitysolutions.risk.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A household as it stood when one of its events had just happened: all that conditions may ask about. */
public final class Moment {

    private final Rulebook book;
    private final Clearance clearance;
    private final Map<String, FactorThread> factors = new LinkedHashMap<>();
    private final Map<String, List<PastEvent>> past = new HashMap<>();
    private final TaskWork work = new TaskWork();
    private HouseholdFacts facts = HouseholdFacts.UNKNOWN;
    private PastEvent event;

    Moment(Rulebook book, Clearance clearance) {
        this.book = book;
        this.clearance = clearance;
    }

    /** Moves on to the next event. */
    void advance(PastEvent next) {
        event = next;
        factors.values().forEach(thread -> thread.lapse(next.occurredAt()));
        for (Factor factor : book.movedBy(next)) {
            if (clearance.covers(factor.clearance())) {
                factors.computeIfAbsent(factor.code(), code -> new FactorThread(factor))
                        .move(next);
            }
        }
        past.computeIfAbsent(next.type(), type -> new ArrayList<>()).add(next);
        work.after(next);
        facts = facts.after(next);
    }

    /** The event that has just happened. */
    PastEvent event() {
        return event;
    }

    Instant now() {
        return event.occurredAt();
    }

    LocalDate today() {
        return event.day(book.zone());
    }

    ZoneId zone() {
        return book.zone();
    }

    boolean within(Instant then, int days) {
        return !then.isBefore(now().minus(Duration.ofDays(days)));
    }

    Optional<HeldFactor> held(String factor) {
        return Optional.ofNullable(factors.get(factor)).flatMap(FactorThread::held);
    }

    /** The events of a type so far, oldest first. */
    List<PastEvent> past(String type) {
        return past.getOrDefault(type, List.of());
    }

    TaskWork work() {
        return work;
    }

    HouseholdFacts facts() {
        return facts;
    }

    List<HeldFactor> held() {
        return factors.values().stream()
                .map(FactorThread::held)
                .flatMap(Optional::stream)
                .toList();
    }

    List<EndedFactor> ended() {
        return factors.values().stream()
                .flatMap(thread -> thread.ended().stream())
                .toList();
    }
}
