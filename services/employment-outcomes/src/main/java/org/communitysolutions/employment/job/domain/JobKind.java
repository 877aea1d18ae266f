package org.communitysolutions.employment.job.domain;

/** What counts as a job. Work experience and volunteering do not. */
public enum JobKind {
    EMPLOYMENT,
    APPRENTICESHIP,
    /** Counts with earnings that are proven. */
    SELF_EMPLOYMENT
}
