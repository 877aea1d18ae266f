package org.communitysolutions.local.history;

import java.time.LocalDate;

/**
 * What is true of a household at the end of the history.
 *
 * @param known whether somebody works with it: an open case, task, debt case or application, or a participant
 * @param combinationSince the day from which it holds the combination until the end; 0 if it does not. Days since 1970
 * @param blow the one more blow of the combination: mental-health or domestic-abuse; empty without
 * @param firstMissed the due date of the first council-tax instalment that is told to be missed; 0 for none
 * @param lastMissed that of the last
 * @param outcomeDay when it met its outcome
 */
record Truth(
        Household home,
        boolean known,
        long combinationSince,
        String blow,
        long firstMissed,
        long lastMissed,
        Outcome outcome,
        long outcomeDay) {

    static final String HEADER = "household,ward,tenure,children,known,combination_since,blow,"
            + "first_council_tax_miss,last_council_tax_miss,outcome,outcome_date";

    boolean holdsCombination() {
        return combinationSince > 0;
    }

    /** Whether it is worth a row: it holds the combination, or met an outcome. */
    boolean isTold() {
        return holdsCombination() || outcome != Outcome.NONE;
    }

    /** In the order of {@link #HEADER}. */
    String row() {
        return String.join(
                ",",
                home.id().toString(),
                home.ward(),
                home.tenure().code(),
                Integer.toString(home.children()),
                Boolean.toString(known),
                date(combinationSince),
                blow,
                date(firstMissed),
                date(lastMissed),
                outcome.code(),
                date(outcomeDay));
    }

    private static String date(long day) {
        return day == 0 ? "" : LocalDate.ofEpochDay(day).toString();
    }
}
