package org.communitysolutions.risk.decisions;

import java.util.Map;
import org.communitysolutions.risk.tasks.Outcome;

/**
 * What people made of tasks that were asked for on the same ground.
 *
 * @param askedFor all of them
 * @param withdrawn those that were asked for no longer before anybody ended them
 * @param open those that stand and that nobody has ended
 * @param ended those that people ended, by outcome; none for an outcome that is left out
 */
public record TaskTally(int askedFor, int withdrawn, int open, Map<Outcome, Integer> ended) {}
