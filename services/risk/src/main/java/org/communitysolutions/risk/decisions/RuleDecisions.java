package org.communitysolutions.risk.decisions;

import org.communitysolutions.risk.rules.Clearance;

/** What people made of the tasks that one version of a rule asked for. */
public record RuleDecisions(String rule, int version, Clearance clearance, TaskTally tasks) {}
