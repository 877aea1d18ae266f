package org.communitysolutions.homelessness.application;

/**
 * Why a household is losing its home, as the council groups causes. To be confirmed against the code list of the
 * statistics return (H-CLIC), which is the department's.
 */
public enum Cause {
    FAMILY_OR_FRIENDS_NO_LONGER_ABLE,
    END_OF_PRIVATE_TENANCY,
    END_OF_SOCIAL_TENANCY,
    DOMESTIC_ABUSE,
    OTHER_VIOLENCE,
    RELATIONSHIP_BREAKDOWN,
    EVICTION_FROM_SUPPORTED_HOUSING,
    LEFT_INSTITUTION,
    LEFT_ASYLUM_ACCOMMODATION,
    REPOSSESSION,
    FIRE_OR_FLOOD,
    OTHER;

    /** Whether what is recorded under this cause exists for those only who are cleared for it. */
    public boolean restricted() {
        return this == DOMESTIC_ABUSE;
    }
}
