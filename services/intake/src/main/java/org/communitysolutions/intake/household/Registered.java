package org.communitysolutions.intake.household;

/**
 * The household that a registration means.
 *
 * @param isNew whether this registration was the first to name it
 */
public record Registered(Household household, boolean isNew) {}
