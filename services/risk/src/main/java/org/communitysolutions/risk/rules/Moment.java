package org.communitysolutions.risk.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A household as it stands when one of its events has just happened, or when time has brought something about: all that
 * conditions may ask.
 */
public final class Moment {

    private final Plan plan;
    private final ZoneId zone;
    private final FactorThread[] factors;
    private final Past[] past;
    private final WorkThread[] work;
    private final Tally[] tallies;
    /** Null while nothing was ever contested, as with most households. */
    private Contest contest;

    private HouseholdFacts facts = HouseholdFacts.UNKNOWN;
    private final Map<String, Boolean> members = new HashMap<>(0);
    private PastEvent news;
    private Instant now;
    private long today;

    Moment(Plan plan, ZoneId zone) {
        this.plan = plan;
        this.zone = zone;
        this.factors = new FactorThread[plan.factors().size()];
        this.past = new Past[plan.pasts()];
        this.work = new WorkThread[plan.work().size()];
        this.tallies = new Tally[plan.tallies()];
    }

    /** Moves on to an event that has just happened; the timers learn of factors that begin with it. */
    void happens(PastEvent event, Bearing bearing, Timers timers) {
        comes(event.occurredAt(), event);
        for (Bearing.Mover mover : bearing.movers) {
            move(mover, event, timers);
        }
        if (bearing.past >= 0) {
            if (past[bearing.past] == null) {
                past[bearing.past] = new Past();
            }
            past[bearing.past].add(event);
        }
        for (int place : bearing.work) {
            work(place).move(event);
        }
        if (bearing.tellsFacts) {
            facts = facts.after(event, members);
        }
        if (bearing.tellsOfChallenges) {
            if (contest == null) {
                contest = new Contest();
            }
            contest.after(event);
        }
    }

    /** Moves on to an instant that time alone has brought, which is about that event. */
    void comes(Instant at, PastEvent about) {
        now = at;
        news = about;
        today = Long.MIN_VALUE;
    }

    private void move(Bearing.Mover mover, PastEvent event, Timers timers) {
        Signal begins = Bearing.Mover.first(mover.begins, event);
        if (begins != null) {
            if (factors[mover.factor] == null) {
                factors[mover.factor] = new FactorThread(plan.factors().get(mover.factor));
            }
            if (factors[mover.factor].hear(begins, event)) {
                begin(mover.factor, event, timers);
            }
        }
        Signal ends = Bearing.Mover.first(mover.ends, event);
        if (ends != null && factors[mover.factor] != null) {
            factors[mover.factor].end(ends, event);
        }
    }

    private void begin(int factor, PastEvent event, Timers timers) {
        List<Bearing.Timed> lasting = plan.lasting().get(factor);
        for (int i = 0; i < lasting.size(); i++) {
            Bearing.Timed timed = lasting.get(i);
            int days = ((FactorHolds) timed.condition()).sinceDays().getAsInt();
            timers.add(new Timer(event.occurredAt().plus(Duration.ofDays(days)), event, timed));
        }
    }

    /** The event that has just happened, or that time has brought something about with. */
    PastEvent news() {
        return news;
    }

    Instant now() {
        return now;
    }

    /** In days since 1 January 1970. */
    long today() {
        if (today == Long.MIN_VALUE) {
            today = LocalDate.ofInstant(now, zone).toEpochDay();
        }
        return today;
    }

    ZoneId zone() {
        return zone;
    }

    boolean within(Instant then, int days) {
        return !then.isBefore(now.minus(Duration.ofDays(days)));
    }

    /** The factor if it is there now and counts; null if it is not, or is contested. */
    FactorThread held(Factor factor) {
        return held(plan.place(factor));
    }

    private FactorThread held(int place) {
        FactorThread thread = factors[place];
        return thread != null && thread.isHeld(now) && silenced(thread) == null ? thread : null;
    }

    /** The event of a challenge by which a factor that is there counts for nothing; null if it counts. */
    PastEvent silenced(FactorThread thread) {
        return contest == null ? null : contest.silences(thread);
    }

    /** The factor of that code if it is there now and counts; null if not. */
    FactorThread counted(String code) {
        for (FactorThread thread : factors) {
            if (thread != null && thread.factor().code().equals(code)) {
                return thread.isHeld(now) && silenced(thread) == null ? thread : null;
            }
        }
        return null;
    }

    /** Whether the household contests its score, and nobody has decided that yet. */
    boolean isScoreContested() {
        return contest != null && contest.isScoreOpen();
    }

    /** Whether the household contests the task, and nobody has decided that yet. */
    boolean isContested(UUID task) {
        return contest != null && contest.isOpen(task);
    }

    /** When it was last decided that the household contests the task rightly; null if it never was. */
    Instant upheldAt(UUID task) {
        return contest == null ? null : contest.upheldAt(task);
    }

    /** The events of a type so far. */
    Past past(KnownEvent kind) {
        Past of = past[plan.place(kind)];
        return of == null ? Past.NOTHING : of;
    }

    WorkThread work(WorkKind kind) {
        return work(plan.place(kind));
    }

    private WorkThread work(int place) {
        if (work[place] == null) {
            work[place] = new WorkThread(plan.work().get(place));
        }
        return work[place];
    }

    Tally tally(EventTally asked) {
        int place = plan.place(asked);
        if (tallies[place] == null) {
            tallies[place] = new Tally(asked);
        }
        return tallies[place];
    }

    HouseholdFacts facts() {
        return facts;
    }

    /** Those events as reasons. */
    List<Reason> reasons(List<PastEvent> events) {
        List<Reason> reasons = new ArrayList<>(events.size());
        for (PastEvent event : events) {
            reasons.add(new Reason(event.id(), moved(event), event.occurredAt()));
        }
        return reasons;
    }

    /** The first factor that the event began or brought news of; of one that moves none, what it is called itself. */
    private String moved(PastEvent event) {
        for (Bearing.Mover mover : plan.bearing(event).movers) {
            if (Bearing.Mover.first(mover.begins, event) != null) {
                return plan.factors().get(mover.factor).code();
            }
        }
        String type = event.type();
        return type.substring(type.indexOf('.') + 1, type.lastIndexOf('.'));
    }

    /** All factors that there ever were, in the file's order. */
    List<FactorThread> known() {
        List<FactorThread> known = new ArrayList<>();
        for (FactorThread thread : factors) {
            if (thread != null) {
                known.add(thread);
            }
        }
        return known;
    }
}
