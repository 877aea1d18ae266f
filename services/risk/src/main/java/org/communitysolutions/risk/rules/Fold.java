package org.communitysolutions.risk.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One evaluation of one household: its events in their order, and between them the instants that time alone brings. */
final class Fold {

    private final UUID household;
    private final Rulebook book;
    private final Plan plan;
    private final WorkingDays calendar;
    private final LocalDate asksFrom;
    private final Moment moment;
    private final Timers timers = new Timers();
    private final Joined joined;
    private final TaskWork work;
    private final RuleThread[] threads;
    private final List<Waiting> waiting = new ArrayList<>(0);
    private Instant changed = Instant.MIN;

    /**
     * What a rule would have asked for, had the score not been contested.
     *
     * @param timer what brought it about; null if an event did
     */
    private record Waiting(int rule, PastEvent about, Timer timer) {}

    Fold(UUID household, Clearance clearance, Rulebook book, WorkingDays calendar, LocalDate asksFrom, Joined joined) {
        this.household = household;
        this.book = book;
        this.plan = book.plan(clearance);
        this.calendar = calendar;
        this.asksFrom = asksFrom;
        this.joined = joined;
        this.work = new TaskWork(joined);
        this.moment = new Moment(plan, book.zone());
        this.threads = new RuleThread[plan.rules().size()];
    }

    HouseholdState over(PastEvent[] events, Instant horizon) {
        for (PastEvent event : events) {
            work.foresee(event);
        }
        for (PastEvent event : events) {
            Bearing bearing = plan.bearing(event);
            if (bearing != null) {
                for (Timer due = timers.nextBefore(event.occurredAt());
                        due != null;
                        due = timers.nextBefore(event.occurredAt())) {
                    come(due);
                }
                happen(event, bearing);
            }
        }
        PastEvent last = events[events.length - 1];
        Instant until = horizon.isAfter(last.occurredAt()) ? horizon : last.occurredAt();
        for (Timer due = timers.nextUntil(until); due != null; due = timers.nextUntil(until)) {
            come(due);
        }
        moment.comes(until, last);
        return state(last.occurredAt());
    }

    private void happen(PastEvent event, Bearing bearing) {
        moment.happens(event, bearing, timers);
        if (bearing.tellsOfTasks) {
            work.after(event);
        }
        for (Bearing.Timed timed : bearing.waits) {
            wait(timed, event);
        }
        for (Bearing.Look look : bearing.looks) {
            look(look.rule, look.asks(event), null);
        }
        if (bearing.tellsOfTasks && joined.has(event)) {
            lookForLike(event);
        }
        if (bearing.tellsOfChallenges) {
            contest(event);
        }
    }

    /** Somebody may have taken up a task elsewhere that is as good as one that was asked for here. */
    private void lookForLike(PastEvent event) {
        String rule = event.text("rule").orElse("");
        for (RuleThread thread : threads) {
            if (thread != null && thread.rule().id().equals(rule)) {
                thread.look(moment, false);
            }
        }
    }

    /** Looks at all rules; at those that ask for a factor which counts again, as if its last news had come now. */
    private void contest(PastEvent event) {
        FactorThread freed = Contest.factorIn(event).map(moment::counted).orElse(null);
        for (int place = 0; place < threads.length; place++) {
            if (freed != null && plan.rules().get(place).asksFor(freed.factor())) {
                lookAbout(freed.latest(), event, place);
            } else {
                look(place, false, null);
            }
        }
        if (!moment.isScoreContested()) {
            for (Waiting asked : waiting) {
                if (asked.timer() == null || asked.timer().isDue(moment)) {
                    lookAbout(asked.about(), event, asked.rule());
                }
            }
            waiting.clear();
        }
    }

    private void lookAbout(PastEvent about, PastEvent event, int place) {
        moment.comes(event.occurredAt(), about);
        look(place, true, null);
        moment.comes(event.occurredAt(), event);
    }

    private void wait(Bearing.Timed timed, PastEvent event) {
        if (timed.condition() instanceof Absence absence && absence.since().matches(event)) {
            Instant deadline = absence.deadline(event, book.zone());
            if (deadline.isBefore(Instant.MAX)) {
                timers.add(new Timer(deadline, event, timed));
            }
        }
    }

    private void come(Timer timer) {
        moment.comes(timer.at(), timer.about());
        if (timer.isDue(moment) && look(timer.timed().rule(), timer.timed().asks(), timer)) {
            changed = timer.at();
        }
    }

    /** Most rules never hold for most households: nothing is kept for those. */
    private boolean look(int place, boolean asks, Timer timer) {
        if (asks && moment.isScoreContested()) {
            return await(place, timer);
        }
        if (threads[place] == null) {
            Rule rule = plan.rules().get(place);
            if (!asks || !rule.holds(moment)) {
                return false;
            }
            threads[place] = new RuleThread(rule, household, calendar, joined, work, asksFrom);
        }
        return threads[place].look(moment, asks);
    }

    private boolean await(int place, Timer timer) {
        boolean changed = look(place, false, null);
        Rule rule = plan.rules().get(place);
        boolean lasts = threads[place] != null && threads[place].lastsStill(moment);
        if (!lasts && rule.holds(moment) && !rule.isHeldOff(moment)) {
            waiting.add(new Waiting(place, moment.news(), timer));
        }
        return changed;
    }

    private HouseholdState state(Instant lastEvent) {
        List<HeldFactor> held = new ArrayList<>();
        List<HeldFactor> contested = new ArrayList<>(0);
        List<EndedFactor> ended = new ArrayList<>();
        Instant next = timers.next(moment);
        Instant asOf = changed.isAfter(lastEvent) ? changed : lastEvent;
        for (FactorThread thread : moment.known()) {
            if (thread.isHeld(moment.now())) {
                PastEvent silenced = moment.silenced(thread);
                (silenced == null ? held : contested).add(thread.held());
                next = thread.nextLapse().isBefore(next) ? thread.nextLapse() : next;
                if (silenced != null) {
                    ended.add(thread.endedFor(silenced));
                }
            }
            ended.addAll(thread.ended());
            asOf = thread.lapsed().isAfter(asOf) ? thread.lapsed() : asOf;
        }
        Score score = Score.of(held);
        return new HouseholdState(
                asOf,
                moment.facts(),
                List.copyOf(held),
                List.copyOf(contested),
                List.copyOf(ended),
                score.parts(),
                score.points(),
                book.band(score.points()),
                moment.isScoreContested(),
                tasks(),
                next.equals(Instant.MAX) ? Optional.empty() : Optional.of(next));
    }

    private List<RaisedTask> tasks() {
        List<RaisedTask> tasks = new ArrayList<>();
        for (RuleThread thread : threads) {
            if (thread != null) {
                tasks.addAll(thread.tasks());
            }
        }
        tasks.sort((one, other) -> {
            int byTime = one.raisedAt().compareTo(other.raisedAt());
            return byTime == 0 ? one.id().compareTo(other.id()) : byTime;
        });
        return List.copyOf(tasks);
    }
}
