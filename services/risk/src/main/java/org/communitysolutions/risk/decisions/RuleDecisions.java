package org.communitysolutions.risk.decisions;

import java.util.Map;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.tasks.Outcome;

/**
 * What people made of the tasks that one version of a rule asked for.
 *
 * @param askedFor all of them
 * @param withdrawn those that were asked for no longer before anybody ended them
 * @param open those that stand and that nobody has ended
 * @param ended those that people ended, by outcome; none for an outcome that is left out
 */
public record RuleDecisions(
        String rule,
        int version,
        Clearance clearance,
        int askedFor,
        int withdrawn,
        int open,
        Map<Outcome, Integer> ended) {}
