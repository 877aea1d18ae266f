package org.communitysolutions.local.history;

import java.util.UUID;

/** Lives that turn about family, safety and neighbours. */
final class FamilyCourses {

    private FamilyCourses() {}

    /** Told once or again within the year; where there are children, safeguarding may be called. */
    static void abuseDisclosed(Life life) {
        Draw draw = life.draw();
        FrontDoor frontDoor = new FrontDoor(life);
        UUID person = draw.id();
        long day = life.daysBeforeEnd(680, 10);
        frontDoor.abuseDisclosed(day, person);
        if (draw.happens(0.2)) {
            frontDoor.abuseDisclosed(day + draw.between(20, 300), person);
        }
        if (life.home().children() > 0 && draw.happens(0.35)) {
            new Casework(life).safeguarding(day + draw.between(0, 60), "mash-child");
        }
    }

    /** Two needs, one case, a plan; most families get where they want to be. */
    static void helped(Life life) {
        Draw draw = life.draw();
        FrontDoor frontDoor = new FrontDoor(life);
        Casework casework = new Casework(life);
        long day = life.daysBeforeEnd(650, 30);
        String need = draw.oneOf("school-attendance", "child-early-help");
        frontDoor.referred(day - 3, "partner");
        frontDoor.routed(day - 1, "multiple-needs", "targeted", need, "family-relationships");
        UUID first = frontDoor.needs(day, need);
        frontDoor.needs(day, "family-relationships");
        UUID file = casework.opened(day + 2, "multiple-needs", "targeted");
        casework.assessed(day + 20, file, need, "family-relationships");
        casework.planned(day + 30, file, 3);
        if (draw.happens(0.12)) {
            casework.safeguarding(day + draw.between(40, 150), "mash-child");
        }
        casework.goalMet(day + draw.between(60, 120), file);
        if (draw.happens(0.6)) {
            casework.goalMet(day + draw.between(120, 170), file);
            frontDoor.needMet(day + 175, first, need);
            casework.familyOutcome(day + 180, file, "good-education");
            casework.closed(day + 185, file, "needs-met");
        }
    }

    /** A volunteer calls every other week or so. */
    static void isolated(Life life) {
        Draw draw = life.draw();
        FrontDoor frontDoor = new FrontDoor(life);
        Neighbours neighbours = new Neighbours(life);
        long day = life.daysBeforeEnd(650, 10);
        frontDoor.settled(day);
        frontDoor.needs(day, draw.oneOf("isolation", "caring"));
        if (draw.happens(0.7)) {
            long matched = day + draw.between(10, 60);
            neighbours.matched(matched);
            long visits = draw.between(3, 20);
            long visit = matched;
            for (int i = 0; i < visits; i++) {
                visit += draw.between(7, 21);
                neighbours.called(visit);
            }
            if (draw.happens(0.4)) {
                neighbours.ended(visit + 7, "goal-reached");
            }
        }
    }
}
