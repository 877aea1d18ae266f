package org.communitysolutions.local.history;

import java.util.UUID;

/** Lives that turn about the home. */
final class HousingCourses {

    private HousingCourses() {}

    /** Notice, approach, prevention duty, and the home is kept or another found within the 56 days. */
    static void kept(Life life) {
        long day = life.daysBeforeEnd(640, 20);
        Housing housing = new Housing(life);
        UUID application = threatened(life, housing, day);
        housing.prevented(day + life.draw().between(30, 60), application);
    }

    /** The same beginning; the home is lost, and a room in a bed and breakfast or a hostel comes first. */
    static void lost(Life life) {
        Draw draw = life.draw();
        long day = life.daysBeforeEnd(640, 20);
        Housing housing = new Housing(life);
        UUID application = threatened(life, housing, day);
        long lost = day + draw.between(40, 66);
        housing.ended(lost, application, "prevention", "became-homeless");
        housing.dutyAccepted(lost, application, "relief");
        String kind = draw.oneOf("bed-and-breakfast", "nightly-paid", "hostel");
        UUID placement = housing.placed(lost + 1, kind);
        long relieved = lost + 56;
        housing.ended(relieved, application, "relief", "period-ended");
        housing.dutyAccepted(relieved, application, "main");
        if (draw.happens(0.5)) {
            long found = relieved + draw.between(30, 250);
            housing.left(found, placement, kind);
            life.workClosed(housing.ended(found, application, "main", "suitable-accommodation-secured"));
        }
    }

    private static UUID threatened(Life life, Housing housing, long day) {
        if (life.draw().happens(0.6)) {
            housing.noticeServed(day);
        }
        UUID application = housing.approached(day + 6);
        housing.dutyAccepted(day + 9, application, "prevention");
        housing.planAgreed(day + 16, application);
        return application;
    }
}
