package org.communitysolutions.employment.job.domain;

/** Weeks in work that count as an outcome of their own. */
public enum Milestone {
    THIRTEEN_WEEKS(13),
    TWENTY_SIX_WEEKS(26);

    private final int weeks;

    Milestone(int weeks) {
        this.weeks = weeks;
    }

    public int weeks() {
        return weeks;
    }

    /** The days of work that they are. */
    public long days() {
        return 7L * weeks;
    }
}
