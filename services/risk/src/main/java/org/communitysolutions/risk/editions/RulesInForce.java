package org.communitysolutions.risk.editions;

import java.util.Optional;
import org.communitysolutions.risk.rules.Evaluator;
import org.communitysolutions.risk.rules.Rulebook;

/**
 * What households are evaluated by at present.
 *
 * @param live the edition that asks
 * @param shadow the edition that would ask, if one is in shadow
 */
public record RulesInForce(Evaluator live, Optional<Shadow> shadow) {

    /** An edition in shadow; the number tells this time there from others. */
    public record Shadow(int run, Evaluator evaluator) {}

    /** The version of the live edition. */
    public String version() {
        return version(live);
    }

    /** Whether a household that was evaluated by these is to be evaluated again now that {@code others} are in force. */
    public boolean isOutdatedBy(RulesInForce others) {
        return !version().equals(others.version())
                || others.shadow()
                        .filter(theirs -> shadow.filter(ours -> ours.run() == theirs.run())
                                .isEmpty())
                        .isPresent();
    }

    /**
     * Whether a household was evaluated by what is in force now.
     *
     * @param rulesVersion of the edition by which it was
     * @param shadowRun the number of the shadow by which it was; null if by none
     */
    public boolean evaluated(String rulesVersion, Integer shadowRun) {
        return version().equals(rulesVersion)
                && shadow.map(ours -> Integer.valueOf(ours.run()).equals(shadowRun))
                        .orElse(true);
    }

    static String version(Evaluator evaluator) {
        Rulebook book = evaluator.book();
        return book.rulesEdition().version();
    }
}
