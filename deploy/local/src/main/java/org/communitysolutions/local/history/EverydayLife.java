package org.communitysolutions.local.history;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What every household has to do with its council: questions at the front door, rent a week late, a call that somebody owes it.
 * It fills the history up to the number of events asked for, and changes nothing of what is true at the end: whatever it begins
 * it ends.
 */
final class EverydayLife {

    /** What is begun this many days before the end has ended by then; in the days after, nothing is begun. */
    private static final int SETTLED_DAYS = 100;

    private final Life life;
    private final Draw draw;
    private final boolean ofSteadyMeans;

    /**
     * A household's everyday life.
     *
     * @param ofSteadyMeans whether it may pay council tax late without that meaning more
     */
    EverydayLife(Life life, boolean ofSteadyMeans) {
        this.life = life;
        this.draw = life.draw();
        this.ofSteadyMeans = ofSteadyMeans;
    }

    /** Tells so many events, one or two more when the last happening has more than one. */
    void live(int events) {
        UUID rentAccount = draw.id();
        int days = Math.toIntExact(life.end() - 1 - life.registeredOn());
        int told = 0;
        while (told < events && days > 0) {
            long day = life.registeredOn() + draw.between(1, days);
            boolean endsInTime = day <= life.end() - SETTLED_DAYS;
            double point = draw.point();
            if (point < 0.12) {
                told += oneEvent(day);
            } else if (!endsInTime) {
                new FrontDoor(life).settled(day);
                told += 2;
            } else if (point < 0.20) {
                told += needMetSoon(day);
            } else if (point < 0.28) {
                new Casework(life).taskDone(day, "call-household", "welcome-and-triage", "helped");
                told += 3;
            } else if (point < 0.36 && ofSteadyMeans) {
                told += councilTaxLate(day);
            } else if (point < 0.66 && life.home().hasSocialLandlord()) {
                new Debts(life).rentLate(day, rentAccount);
                told += 2;
            } else {
                new FrontDoor(life).settled(day);
                told += 2;
            }
        }
    }

    private int oneEvent(long day) {
        FrontDoor frontDoor = new FrontDoor(life);
        if (draw.happens(0.5)) {
            frontDoor.adultsChanged(day, draw.between(1, 3));
        } else {
            frontDoor.referred(day, draw.oneOf("partner", "self", "signal"));
        }
        return 1;
    }

    private int councilTaxLate(long day) {
        CouncilTax councilTax = new CouncilTax(life);
        LocalDate due = LocalDate.ofEpochDay(day).withDayOfMonth(1).plusMonths(1);
        councilTax.missed(due);
        councilTax.cleared(due.toEpochDay() + draw.between(12, 25));
        return 2;
    }

    private int needMetSoon(long day) {
        FrontDoor frontDoor = new FrontDoor(life);
        String need = draw.oneOf("digital-exclusion", "immigration-status", "physical-health");
        frontDoor.needMet(day + draw.between(5, 40), frontDoor.needs(day, need), need);
        return 2;
    }
}
