package org.communitysolutions.risk.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/**
 * Folds a household's history, in the order in which things happened, into what it amounts to. The same events give the
 * same result in whatever order and however often they arrived; the clock on the wall plays no part.
 */
public final class Evaluator {

    private final Rulebook book;
    private final WorkingDays calendar;
    private final LocalDate asksFrom;

    public Evaluator(Rulebook book, WorkingDays calendar) {
        this(book, calendar, LocalDate.MIN);
    }

    private Evaluator(Rulebook book, WorkingDays calendar, LocalDate asksFrom) {
        this.book = book;
        this.calendar = calendar;
        this.asksFrom = asksFrom;
    }

    /**
     * The same, but its rules ask for nothing that the council knew before a day, as nobody was there to be asked: what
     * held by then is asked for once more becomes known. Without it a council that brings its history along would have
     * the tasks of all those years in its queues.
     *
     * @param day in the rulebook's zone; a task rests on what was known when the last of its reasons was written down
     */
    public Evaluator askingFrom(LocalDate day) {
        return new Evaluator(book, calendar, day);
    }

    public Rulebook book() {
        return book;
    }

    /**
     * What the history amounts to for that clearance; empty if nothing in it is for that clearance.
     *
     * @param history in any order, with any repetition
     * @param horizon how far time has come; what changes without news counts up to then, or to the last event if that
     *     is later
     * @throws IllegalArgumentException if an event is of another vocabulary than the rulebook
     */
    public Optional<HouseholdState> evaluate(
            UUID household, Clearance clearance, Collection<PastEvent> history, Instant horizon) {
        return evaluate(household, clearance, history, Joined.NOTHING, horizon);
    }

    /**
     * The same of a history that has events of other households, which were merged into this one. A need of which
     * somebody has taken up a task for one of them is not asked for again, and nobody is late with what only the merge
     * brought to light.
     */
    public Optional<HouseholdState> evaluate(
            UUID household, Clearance clearance, Collection<PastEvent> history, Joined joined, Instant horizon) {
        PastEvent[] events = inOrder(clearance, history);
        return events.length == 0
                ? Optional.empty()
                : Optional.of(new Fold(household, clearance, book, calendar, asksFrom, joined).over(events, horizon));
    }

    /** The events for that clearance as they happened, each once. */
    private static PastEvent[] inOrder(Clearance clearance, Collection<PastEvent> history) {
        PastEvent[] events = new PastEvent[history.size()];
        int size = 0;
        boolean sorted = true;
        for (PastEvent event : history) {
            if (clearance.isRestricted() || !event.restricted()) {
                sorted &= size == 0 || events[size - 1].compareTo(event) < 0;
                events[size++] = event;
            }
        }
        if (!sorted) {
            Arrays.sort(events, 0, size);
            size = onceEach(events, size);
        }
        return size == events.length ? events : Arrays.copyOf(events, size);
    }

    private static int onceEach(PastEvent[] sorted, int size) {
        int kept = 1;
        for (int i = 1; i < size; i++) {
            if (!sorted[i].equals(sorted[kept - 1])) {
                sorted[kept++] = sorted[i];
            }
        }
        return kept;
    }
}
