package org.communitysolutions.local.history;

import java.time.LocalDate;
import java.util.UUID;

/** Lives that turn about money. */
final class DebtCourses {

    private static final String[] STAGES = {"reminder", "final-notice", "summons", "liability-order", "enforcement"};

    private DebtCourses() {}

    /** Misses some months running; recovery takes its steps; most pay up in the end. */
    static void behind(Life life) {
        Draw draw = life.draw();
        CouncilTax councilTax = new CouncilTax(life);
        int first = draw.between(1, 22);
        int misses = Math.min(first, 1 + draw.between(0, 3) + draw.between(0, 3));
        int stage = 0;
        for (int missed = 1; missed <= misses; missed++) {
            LocalDate due = CouncilTax.dueMonthsBack(life, first - missed + 1);
            councilTax.missed(due);
            if (stage < STAGES.length && draw.happens(0.7)) {
                councilTax.stage(due.toEpochDay() + draw.between(14, 25), STAGES[stage]);
                stage++;
            }
        }
        if (draw.happens(0.7)) {
            councilTax.cleared(CouncilTax.dueMonthsBack(life, first - misses).toEpochDay() + draw.between(40, 120));
        }
    }

    /** Misses two to four, is advised, and comes to a solution. */
    static void advised(Life life) {
        Draw draw = life.draw();
        CouncilTax councilTax = new CouncilTax(life);
        Debts debts = new Debts(life);
        int first = draw.between(4, 22);
        int misses = draw.between(2, 4);
        for (int missed = 1; missed <= misses; missed++) {
            councilTax.missed(CouncilTax.dueMonthsBack(life, first - missed + 1));
        }
        long day = CouncilTax.dueMonthsBack(life, first - misses).toEpochDay() + draw.between(0, 20);
        new FrontDoor(life).routed(day, "at-risk", "universal", "debt");
        UUID debtCase = debts.opened(day + 3);
        debts.budgeted(day + 10, debtCase);
        if (draw.happens(0.5)) {
            debts.breathingSpace(day + 12);
        }
        if (draw.happens(0.8)) {
            debts.solved(day + 50, debtCase);
            councilTax.cleared(day + 80);
            debts.closed(day + 90, debtCase, "solution-agreed");
        }
    }

    /** Food or fuel runs out now and then. */
    static void hardship(Life life) {
        Draw draw = life.draw();
        FrontDoor frontDoor = new FrontDoor(life);
        Debts debts = new Debts(life);
        long day = life.daysBeforeEnd(600, 10);
        String need = draw.oneOf("food", "fuel-poverty");
        frontDoor.settled(day);
        UUID id = frontDoor.needs(day, need);
        int payments = draw.between(1, 4);
        for (int payment = 0; payment < payments; payment++) {
            debts.crisisPayment(day + 1 + (long) payment * draw.between(20, 60));
        }
        if (draw.happens(0.5)) {
            frontDoor.needMet(day + draw.between(60, 200), id, need);
        }
    }
}
