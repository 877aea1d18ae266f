package org.communitysolutions.local.history;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The course that crises come from: a household that rents privately, in low-paid work or none, falls further behind with
 * council tax month by month, and one more blow comes. It holds all of that when the history ends.
 */
final class Combination {

    /** Months for which it has missed council tax: the longest a year, so that the news of all parts is still fresh. */
    private static final int MOST_MONTHS = 11;

    private static final double PAYS_ONE_IN_BETWEEN = 0.15;
    private static final double BLOW_IS_ABUSE = 0.15;
    private static final double MEETS_OUTCOME = 0.3;
    /** The rest of those who meet an outcome owe a liability order, which comes to known and unknown alike. */
    private static final double OUTCOME_JOB_LOST = 0.3;

    private static final double OUTCOME_DUTY_OWED = 0.3;
    private static final double OUTCOME_SAFEGUARDING = 0.15;

    private static final List<KnownTo> HELPERS = List.of(
            KnownTo.CASE_WORKER,
            KnownTo.TEAM,
            KnownTo.DEBT_ADVISER,
            KnownTo.HOUSING_OFFICER,
            KnownTo.EMPLOYMENT_ADVISER);

    private final Life life;
    private final Draw draw;
    private final FrontDoor frontDoor;
    private final Casework casework;
    private final Work work;
    private final CouncilTax councilTax;

    Combination(Life life) {
        this.life = life;
        this.draw = life.draw();
        this.frontDoor = new FrontDoor(life);
        this.casework = new Casework(life);
        this.work = new Work(life);
        this.councilTax = new CouncilTax(life);
    }

    void live(boolean known) {
        int months = draw.between(3, MOST_MONTHS);
        long firstDue = CouncilTax.dueMonthsBack(life, months).toEpochDay();
        long workDay = life.daysBeforeEnd(340, 30);
        long blowDay = life.daysBeforeEnd(340, 30);
        long since = Math.max(firstDue, Math.max(workDay, blowDay));
        boolean outOfWork = draw.happens(0.5);
        KnownTo knownTo = known ? HELPERS.get(draw.between(0, HELPERS.size() - 1)) : KnownTo.NOBODY;

        String blow = blow(blowDay);
        work(workDay, outOfWork, knownTo);
        helped(since, knownTo);
        Outcome outcome = outcome(known, outOfWork);
        long lastDue = CouncilTax.dueMonthsBack(life, 1).toEpochDay();
        long outcomeDay = since + draw.between(14, Math.toIntExact(life.end() - 5 - since));
        fallBehind(months, outcome == Outcome.LIABILITY_ORDER && outcomeDay < lastDue ? outcomeDay : 0);
        meet(outcome, outcomeDay);
        life.holdsCombination(since, blow);
    }

    private String blow(long day) {
        if (draw.happens(BLOW_IS_ABUSE)) {
            frontDoor.abuseDisclosed(day, draw.id());
            return "domestic-abuse";
        }
        frontDoor.needs(day, "mental-health");
        return "mental-health";
    }

    private void work(long day, boolean outOfWork, KnownTo knownTo) {
        if (knownTo == KnownTo.EMPLOYMENT_ADVISER) {
            work.enrolled(day, outOfWork ? "unemployed" : "low-paid");
        } else {
            frontDoor.settled(day);
            frontDoor.needs(day, outOfWork ? "unemployment" : "low-pay");
        }
    }

    /** Who works with it: nothing of it ends before the history does. */
    private void helped(long since, KnownTo knownTo) {
        long day = Math.min(life.end() - 5, since + draw.between(5, 60));
        switch (knownTo) {
            case CASE_WORKER -> {
                frontDoor.routed(day - 2, "multiple-needs", "targeted", "debt", "housing");
                UUID file = casework.opened(day, "multiple-needs", "targeted");
                casework.assessed(day + 2, file, "debt", "housing");
            }
            case TEAM -> casework.taskOpen(Math.max(day, life.daysBeforeEnd(40, 5)), "call-household", "universal");
            case DEBT_ADVISER -> new Debts(life).opened(day);
            case HOUSING_OFFICER -> new Housing(life).approached(day);
            case EMPLOYMENT_ADVISER, NOBODY -> {}
        }
    }

    /** What nobody knows of cannot have come to a duty or a referral, and who has no job cannot lose it. */
    private Outcome outcome(boolean known, boolean outOfWork) {
        double point = draw.point() / MEETS_OUTCOME;
        if (point >= 1) {
            return Outcome.NONE;
        }
        if (point < OUTCOME_JOB_LOST) {
            return outOfWork ? Outcome.NONE : Outcome.JOB_LOST;
        }
        if (point < OUTCOME_JOB_LOST + OUTCOME_DUTY_OWED) {
            return known ? Outcome.DUTY_OWED : Outcome.LIABILITY_ORDER;
        }
        if (point < OUTCOME_JOB_LOST + OUTCOME_DUTY_OWED + OUTCOME_SAFEGUARDING) {
            return known && life.home().children() > 0 ? Outcome.SAFEGUARDING : Outcome.LIABILITY_ORDER;
        }
        return Outcome.LIABILITY_ORDER;
    }

    /** Misses month after month, the last two without fail, and recovery follows; an order only on the given day. */
    private void fallBehind(int months, long orderDay) {
        int missed = 0;
        boolean summoned = false;
        for (int back = months; back >= 0; back--) {
            LocalDate due = CouncilTax.dueMonthsBack(life, back);
            if (back > 2 && back < months && draw.happens(PAYS_ONE_IN_BETWEEN)) {
                continue;
            }
            missed += councilTax.missed(due) ? 1 : 0;
            long followsOn = due.toEpochDay() + draw.between(12, 20);
            boolean last = back <= 1;
            if (missed == 1 && !last) {
                councilTax.stage(followsOn, "reminder");
            } else if (missed == 2 && !last) {
                councilTax.stage(followsOn, "final-notice");
            }
            if (orderDay > 0 && !summoned && due.plusMonths(1).toEpochDay() >= orderDay) {
                councilTax.stage(orderDay - 1, "summons");
                councilTax.stage(orderDay, "liability-order");
                summoned = true;
            }
        }
    }

    private void meet(Outcome outcome, long day) {
        switch (outcome) {
            case JOB_LOST -> work.lost(day);
            case DUTY_OWED -> {
                Housing housing = new Housing(life);
                housing.dutyAccepted(day + 2, housing.approached(day), "prevention");
            }
            case SAFEGUARDING -> casework.safeguarding(day, "mash-child");
            case LIABILITY_ORDER, NONE -> {}
        }
    }

    /** Who works with the household. */
    private enum KnownTo {
        CASE_WORKER,
        TEAM,
        DEBT_ADVISER,
        HOUSING_OFFICER,
        EMPLOYMENT_ADVISER,
        NOBODY
    }
}
