package org.communitysolutions.risk.decisions;

import java.util.UUID;
import org.communitysolutions.risk.rules.Clearance;

/**
 * What people made of the tasks that an approved proposal asked for.
 *
 * @param name of the proposal
 * @param purpose what it is for
 */
public record OutreachDecisions(UUID proposal, String name, String purpose, Clearance clearance, TaskTally tasks) {}
