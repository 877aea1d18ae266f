package org.communitysolutions.intake.household.api;

/** How the codes of a household are written, in JSON and in files alike. */
final class HouseholdPatterns {

    static final String UPRN = "[0-9]{1,12}";
    static final String UPRN_EXPECTED = "must be 1 to 12 digits";
    static final String WARD = "[A-Z0-9-]{1,20}";
    static final String WARD_EXPECTED = "must be a ward code of 1 to 20 capitals, digits and hyphens";

    private HouseholdPatterns() {}
}
