package org.communitysolutions.local.history;

import java.util.Locale;

/** What early help is there to prevent, so far as the history tells of it. */
public enum Outcome {
    NONE,
    DUTY_OWED,
    LIABILITY_ORDER,
    JOB_LOST,
    SAFEGUARDING;

    /** For instance {@code duty-owed}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
