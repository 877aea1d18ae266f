package org.communitysolutions.local.history;

import java.time.LocalDate;

/** Lives that turn about work. */
final class WorkCourses {

    private WorkCourses() {}

    /** A job is lost; some fall behind for a month or two; three in five find another and most of them keep it. */
    static void jobLost(Life life) {
        Draw draw = life.draw();
        Work work = new Work(life);
        long day = life.daysBeforeEnd(650, 20);
        work.lost(day);
        if (draw.happens(0.4)) {
            CouncilTax councilTax = new CouncilTax(life);
            LocalDate due = LocalDate.ofEpochDay(day).withDayOfMonth(1).plusMonths(1);
            councilTax.missed(due);
            councilTax.missed(due.plusMonths(1));
            councilTax.cleared(due.plusMonths(4).toEpochDay());
        }
        work.enrolled(day + draw.between(10, 30), "unemployed");
        if (draw.happens(0.6)) {
            long started = day + draw.between(50, 200);
            work.started(started);
            if (draw.happens(0.75)) {
                work.sustained(started + 91, 13);
                work.sustained(started + 182, 26);
            }
        }
    }
}
