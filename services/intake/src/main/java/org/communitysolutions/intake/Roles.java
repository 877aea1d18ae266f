package org.communitysolutions.intake;

/** The realm's roles, by the names that the endpoints' {@code @RolesAllowed} need as constants. */
public final class Roles {

    public static final String FRONT_DOOR = "front-door";
    public static final String UNIVERSAL_WORKER = "universal-worker";
    public static final String TARGETED_WORKER = "targeted-worker";
    public static final String DOMESTIC_ABUSE_SPECIALIST = "domestic-abuse-specialist";
    public static final String DEBT_ADVISER = "debt-adviser";
    public static final String HOUSING_OFFICER = "housing-officer";
    public static final String EMPLOYMENT_ADVISER = "employment-adviser";
    public static final String TEAM_MANAGER = "team-manager";
    public static final String PLATFORM_OPERATOR = "platform-operator";

    /** Another service of the platform, calling as itself. */
    public static final String SERVICE = "service";

    private Roles() {}
}
