package org.communitysolutions.intake.disclosure.domain;

import java.util.Optional;

/**
 * What is known of the risk when abuse is disclosed. Each part can raise the risk to high and none can lower it: a score
 * below the threshold says nothing against a worker's judgement.
 *
 * @param score the checklist, if it was taken
 * @param judgedHigh what the worker judges, if they do
 * @param escalated whether what happens grows more frequent or more severe
 */
public record RiskAssessment(Optional<DashScore> score, Optional<Boolean> judgedHigh, boolean escalated) {

    /** Whether the risk is high under that threshold. */
    public boolean isHigh(DashThreshold threshold) {
        return judgedHigh.orElse(false)
                || escalated
                || score.map(ticks -> ticks.reaches(threshold)).orElse(false);
    }
}
