package org.communitysolutions.local.history;

import java.time.LocalDate;
import java.time.Month;
import java.util.UUID;

/**
 * A household's council-tax account. Twelve instalments fall due on the first of each month from April. The revenues system's
 * extract comes in once a week; a few instalments are posted to the wrong account at first and come to light weeks later.
 */
final class CouncilTax {

    private static final double LATE = 0.01;
    private static final int MONTHS_OF_A_LIFE = Life.DAYS / 30;

    private final Life life;
    private final UUID account;
    private final int instalmentPence;
    private int arrearsPence;

    CouncilTax(Life life) {
        this.life = life;
        this.account = life.draw().id();
        this.instalmentPence = 9_000 + 100 * life.draw().between(0, 149);
    }

    /** The first of the month that is so many months before that in which the history ends. */
    static LocalDate dueMonthsBack(Life life, int months) {
        return LocalDate.ofEpochDay(life.end() - 1).withDayOfMonth(1).minusMonths(Math.min(months, MONTHS_OF_A_LIFE));
    }

    /** The day on which the extract that tells of a due date comes in: within a week or so, seldom much later. */
    private long importDay(long dueDay) {
        int late = life.draw().happens(LATE) ? life.draw().between(14, 42) : 0;
        return dueDay + life.draw().between(3, 9) + late;
    }

    /**
     * Tells that the instalment due on a day was not paid.
     *
     * @return whether that was told by the end of the history
     */
    boolean missed(LocalDate due) {
        long day = due.toEpochDay();
        int month = due.getMonthValue();
        int year = month >= Month.APRIL.getValue() ? due.getYear() : due.getYear() - 1;
        int instalment = Math.floorMod(month - Month.APRIL.getValue(), 12) + 1;
        int arrears = arrearsPence + instalmentPence;
        boolean told = life.imported(
                EventType.COUNCIL_TAX_INSTALMENT_MISSED, day, importDay(day), data -> data.id("accountId", account)
                        .text("financialYear", year + "-" + (year + 1) % 100)
                        .number("instalment", instalment)
                        .date("dueDate", day)
                        .number("amountPence", instalmentPence)
                        .number("arrearsPence", arrears));
        if (told) {
            arrearsPence = arrears;
            life.missedInstalment(day);
        }
        return told;
    }

    /** Recovery goes a step further: reminder, final-notice, summons, liability-order or enforcement. */
    void stage(long day, String stage) {
        int arrears = arrearsPence;
        boolean told = life.imported(
                EventType.COUNCIL_TAX_STAGE_REACHED,
                day,
                day + life.draw().between(1, 6),
                data -> data.id("accountId", account).text("stage", stage).number("arrearsPence", arrears));
        if (stage.equals("liability-order")) {
            life.cameTo(Outcome.LIABILITY_ORDER, day, told);
        }
    }

    void cleared(long day) {
        arrearsPence = 0;
        life.imported(
                EventType.ARREARS_CLEARED, day, day + life.draw().between(1, 6), data -> data.id("accountId", account)
                        .text("kind", "council-tax"));
    }
}
