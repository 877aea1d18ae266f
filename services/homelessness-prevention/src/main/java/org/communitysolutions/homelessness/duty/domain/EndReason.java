package org.communitysolutions.homelessness.duty.domain;

/** Why a duty ends (Housing Act 1996, s195(8) for prevention, s189B(7) for relief, and the sections named). */
public enum EndReason {
    /** With a reasonable prospect of being there for at least six months. */
    SUITABLE_ACCOMMODATION_SECURED,
    /** The relief duty follows. */
    BECAME_HOMELESS,
    /** Its days have passed; that alone ends nothing, somebody decides it. */
    PERIOD_ENDED,
    REFUSED_SUITABLE_OFFER,
    /** Deliberately and unreasonably, after a warning (s193B and s193C). */
    REFUSED_TO_COOPERATE,
    WITHDREW,
    CONTACT_LOST,
    NO_LONGER_ELIGIBLE,
    INTENTIONALLY_HOMELESS_FROM_ACCOMMODATION_OFFERED,
    /** Another authority owes it (s198(A1)). */
    LOCAL_CONNECTION_REFERRAL;

    /** Whether a duty of that kind can end for this. */
    public boolean ends(DutyKind kind) {
        return switch (this) {
            case BECAME_HOMELESS -> kind == DutyKind.PREVENTION;
            case LOCAL_CONNECTION_REFERRAL -> kind == DutyKind.RELIEF;
            case SUITABLE_ACCOMMODATION_SECURED,
                    PERIOD_ENDED,
                    REFUSED_SUITABLE_OFFER,
                    REFUSED_TO_COOPERATE,
                    WITHDREW,
                    CONTACT_LOST,
                    NO_LONGER_ELIGIBLE,
                    INTENTIONALLY_HOMELESS_FROM_ACCOMMODATION_OFFERED -> true;
        };
    }

    /** Whether the application goes no further, so that no duty can follow on it. */
    public boolean closesApplication() {
        return this == WITHDREW || this == NO_LONGER_ELIGIBLE;
    }
}
