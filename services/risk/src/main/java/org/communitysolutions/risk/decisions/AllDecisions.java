package org.communitysolutions.risk.decisions;

import java.util.List;

/**
 * What people made of tasks.
 *
 * @param rules of those that rules asked for, by rule and version
 * @param outreach of those that outreach asked for, the latest proposal first
 */
public record AllDecisions(List<RuleDecisions> rules, List<OutreachDecisions> outreach) {}
