package org.communitysolutions.casemanagement.team;

import java.util.Locale;

/** The teams that people here can name. An event may name one that is not known yet; it is then a code and no more. */
public enum Team {
    WELCOME_AND_TRIAGE,
    UNIVERSAL,
    TARGETED,
    /** Its work is seen by domestic-abuse specialists and by nobody else. */
    DOMESTIC_ABUSE,
    DEBT,
    HOUSING,
    EMPLOYMENT,
    VOLUNTEERING;

    /** What events and tokens call it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether what that team does is restricted. */
    public static boolean isRestricted(String code) {
        return DOMESTIC_ABUSE.code().equals(code);
    }
}
