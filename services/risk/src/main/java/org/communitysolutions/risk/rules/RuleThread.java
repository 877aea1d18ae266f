package org.communitysolutions.risk.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The tasks that one rule came to ask for, as a household's events happened. */
final class RuleThread {

    private final Rule rule;
    private final UUID household;
    private final WorkingDays calendar;
    private final Joined joined;
    private final TaskWork work;
    private final LocalDate asksFrom;
    private final List<RaisedTask> tasks = new ArrayList<>(1);
    private final List<PastEvent> about = new ArrayList<>(1);
    private final Set<UUID> used = new HashSet<>(1);

    /** @param asksFrom see {@link Evaluator#askingFrom} */
    RuleThread(Rule rule, UUID household, WorkingDays calendar, Joined joined, TaskWork work, LocalDate asksFrom) {
        this.rule = rule;
        this.household = household;
        this.calendar = calendar;
        this.joined = joined;
        this.work = work;
        this.asksFrom = asksFrom;
    }

    Rule rule() {
        return rule;
    }

    List<RaisedTask> tasks() {
        return tasks;
    }

    /**
     * Looks at the household once more.
     *
     * @param asks whether the moment is one at which the rule may come to hold
     * @return whether a task was asked for or withdrawn
     */
    boolean look(Moment moment, boolean asks) {
        boolean changed = reconsider(moment);
        if (!asks || lastsStill(moment) || isInHandElsewhere(moment) || !rule.holds(moment) || rule.isHeldOff(moment)) {
            return changed;
        }
        Rule.Grounds grounds = rule.grounds(moment);
        LocalDate known = knownOn(moment, grounds.reasons());
        if (known.isBefore(asksFrom)) {
            return changed;
        }
        UUID id = episode(moment);
        if (isInHandElsewhere(moment.news()) || !used.add(id)) {
            return changed;
        }
        RaisedTask task = task(id, moment, grounds, known);
        tasks.add(isBarred(id, moment) && !work.isTakenUp(id) ? task.contested(moment.now()) : task);
        about.add(moment.news());
        return true;
    }

    private boolean reconsider(Moment moment) {
        boolean changed = false;
        for (int i = 0; i < tasks.size(); i++) {
            RaisedTask task = tasks.get(i);
            RaisedTask after = reconsidered(task, about.get(i), moment);
            if (!after.withdrawnAt().equals(task.withdrawnAt())) {
                tasks.set(i, after);
                changed = true;
            }
        }
        return changed;
    }

    /**
     * Takes back what nobody has taken up, where it is contested, the rule is held off, a like task is in hand, or what was
     * absent has come after all; asks again for what is contested no longer.
     */
    private RaisedTask reconsidered(RaisedTask before, PastEvent event, Moment moment) {
        boolean barred = isBarred(before.id(), moment);
        RaisedTask task = before.contested() && !barred ? before.again() : before;
        if (!task.stands() || work.isTakenUp(task.id())) {
            return task;
        }
        if (barred) {
            return task.contested(moment.now());
        }
        return rule.isHeldOff(moment) || isInHandElsewhere(moment) || isAnswered(event, moment)
                ? task.withdrawn(moment.now())
                : task;
    }

    private static boolean isBarred(UUID task, Moment moment) {
        return moment.isContested(task) || moment.upheldAt(task) != null;
    }

    /** A rule with a task for each event waits for that one's answer; another one for the answer to any. */
    private boolean isAnswered(PastEvent event, Moment moment) {
        for (Absence absence : rule.absences()) {
            boolean answered =
                    rule.episode() instanceof Episode.Each ? absence.isAnswered(event, moment) : !absence.holds(moment);
            if (answered) {
                return true;
            }
        }
        return false;
    }

    /**
     * While the last task is open or contested, and for the days of the episode after it was raised or, if later, completed
     * or found to be rightly contested.
     */
    boolean lastsStill(Moment moment) {
        if (!(rule.episode() instanceof Episode.Days quiet) || tasks.isEmpty()) {
            return false;
        }
        RaisedTask last = tasks.getLast();
        if (!last.stands() && !last.contested()) {
            return false;
        }
        Instant over = last.stands() ? work.completedAt(last.id()) : moment.upheldAt(last.id());
        if (over == null || (!last.stands() && moment.isContested(last.id()))) {
            return true;
        }
        Instant from = over.isAfter(last.raisedAt()) ? over : last.raisedAt();
        return moment.now().isBefore(from.plus(Duration.ofDays(quiet.days())));
    }

    /** A like task of a household that was merged into this one is as good as one of this, once somebody took it up. */
    private boolean isInHandElsewhere(Moment moment) {
        return rule.episode() instanceof Episode.Days quiet
                && work.isInHandElsewhere(rule.id(), moment.now(), quiet.days());
    }

    /** The same where each matter has a task of its own. */
    private boolean isInHandElsewhere(PastEvent event) {
        if (rule.episode() instanceof Episode.Each each) {
            for (UUID other : joined.households()) {
                if (work.isEverTakenUpElsewhere(matter(other, each, event))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The id of the task of the episode that the moment belongs to. */
    private UUID episode(Moment moment) {
        return switch (rule.episode()) {
            case Episode.Days quiet -> next();
            case Episode.Each each -> matter(household, each, moment.news());
        };
    }

    private UUID matter(UUID of, Episode.Each each, PastEvent event) {
        String fields = Signal.strand(each.fields(), event);
        UUID id = id(of, fields);
        for (int again = 2; work.isTakenBack(id); again++) {
            id = id(of, fields + "/" + again);
        }
        return id;
    }

    /**
     * Episodes are numbered, so that a late event which moves the beginning of one leaves its task the same. A number
     * whose task people have already worked on belongs to an episode of before, even if a late event undid that one;
     * and a task that was taken back is not put back.
     */
    private UUID next() {
        int number = tasks.size() + 1;
        UUID id = id(household, Integer.toString(number));
        while (work.isTakenUp(id) || work.isTakenBack(id)) {
            number++;
            id = id(household, Integer.toString(number));
        }
        return id;
    }

    private UUID id(UUID of, String episode) {
        return NameUuid.of(of, "early-help-task/" + rule.id() + "/" + episode);
    }

    private RaisedTask task(UUID id, Moment moment, Rule.Grounds grounds, LocalDate known) {
        Rule.Due due = rule.dueAt(moment);
        return RaisedTask.of(
                id, rule, due, due.on(known, calendar), grounds, moment.news().id(), moment.now());
    }

    /** The day on which the last of the reasons was recorded, or happened: before it nobody could have acted. */
    private LocalDate knownOn(Moment moment, List<Reason> reasons) {
        Instant known = moment.now();
        for (Reason reason : reasons) {
            Instant recorded = PastEvent.recordedAt(reason.event(), reason.occurredAt());
            known = recorded.isAfter(known) ? recorded : known;
            Instant learnt = joined.learnt(reason.event());
            known = learnt.isAfter(known) ? learnt : known;
        }
        return LocalDate.ofInstant(known, moment.zone());
    }
}
