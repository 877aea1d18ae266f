package org.communitysolutions.risk.tasks;

import java.util.UUID;
import org.communitysolutions.risk.rules.Clearance;

/**
 * A task that was announced.
 *
 * @param stands false if it was withdrawn since
 */
public record KnownTask(UUID id, UUID household, String rule, int ruleVersion, Clearance clearance, boolean stands) {}
