package org.communitysolutions.local.history;

/**
 * The courses that lives take, and how many of 74,000 households take each. The first two numbers are the published account's
 * ("Only we can save the state", on Barking and Dagenham): 3,500 households modelled to hold the combination of risk factors,
 * "just over 1700" of them known to the council. All others are invented, of an order that a borough of that size would find
 * plausible; no source stands behind them.
 */
enum LifeCourse {
    /** Private rent, low-paid work or none, rising debt and one more blow; somebody works with the household. */
    COMBINATION_KNOWN(1_700),
    /** The same, and nobody knows. */
    COMBINATION_UNKNOWN(1_800),
    /** Falls behind with council tax, and pays up or is taken to court. */
    BEHIND(5_900),
    /** Falls behind and is helped: debt case, breathing space, a solution. */
    ADVISED(1_100),
    /** Short of food or warmth; crisis payments. */
    HARDSHIP(1_500),
    /** A job is lost, and another found or not. */
    JOB_LOST(1_500),
    /** Threatened with losing the home, which is prevented. */
    HOME_KEPT(450),
    /** Loses the home; temporary accommodation. */
    HOME_LOST(600),
    /** Domestic abuse is disclosed: restricted. */
    ABUSE_DISCLOSED(500),
    /** School, relationships, early help: one case file, a plan, goals. */
    FAMILY_HELPED(1_100),
    /** Lonely or caring for somebody; a volunteer calls. */
    ISOLATED(750),
    /** None of these: all the others. */
    STEADY(0);

    /** The borough of the published account. */
    static final int OF_HOUSEHOLDS = 74_000;

    private final int households;

    LifeCourse(int households) {
        this.households = households;
    }

    boolean rentsPrivately() {
        return this == COMBINATION_KNOWN || this == COMBINATION_UNKNOWN;
    }

    void live(Life life) {
        switch (this) {
            case COMBINATION_KNOWN -> new Combination(life).live(true);
            case COMBINATION_UNKNOWN -> new Combination(life).live(false);
            case BEHIND -> DebtCourses.behind(life);
            case ADVISED -> DebtCourses.advised(life);
            case HARDSHIP -> DebtCourses.hardship(life);
            case JOB_LOST -> WorkCourses.jobLost(life);
            case HOME_KEPT -> HousingCourses.kept(life);
            case HOME_LOST -> HousingCourses.lost(life);
            case ABUSE_DISCLOSED -> FamilyCourses.abuseDisclosed(life);
            case FAMILY_HELPED -> FamilyCourses.helped(life);
            case ISOLATED -> FamilyCourses.isolated(life);
            case STEADY -> {
                // Nothing but what every household has to do with its council.
            }
        }
    }

    /**
     * The course of a household. Courses are dealt out evenly, so that in any number of households each has its share to within
     * one or two, and the next of them are dealt the same whatever their number.
     *
     * @param place its place in the borough, from 0
     */
    static LifeCourse dealt(int place) {
        // Steps of this length visit each of 74,000 places once before any comes again: it has no divisor in common
        // with
        // them, and lies near the golden section, which spreads the steps evenly.
        long card = (long) place * 45_733 % OF_HOUSEHOLDS;
        for (LifeCourse course : values()) {
            if (card < course.households) {
                return course;
            }
            card -= course.households;
        }
        return STEADY;
    }
}
