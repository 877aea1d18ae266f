package org.communitysolutions.intake.need;

/** What a household may need help with. Domestic abuse is not among them: it is disclosed, and restricted. */
public enum Need {
    DEBT,
    HOUSING,
    HOMELESSNESS,
    UNEMPLOYMENT,
    LOW_PAY,
    MENTAL_HEALTH,
    PHYSICAL_HEALTH,
    SUBSTANCE_USE,
    FAMILY_RELATIONSHIPS,
    CHILD_EARLY_HELP,
    SCHOOL_ATTENDANCE,
    ISOLATION,
    FOOD,
    FUEL_POVERTY,
    IMMIGRATION_STATUS,
    DIGITAL_EXCLUSION,
    COMMUNITY_SAFETY,
    CARING
}
