package org.communitysolutions.risk.tasks;

import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.rules.Clearance;

/**
 * A task that was announced.
 *
 * @param stands false if it was withdrawn since
 * @param end what people made of it, once they have
 */
public record KnownTask(
        UUID id,
        UUID household,
        String rule,
        int ruleVersion,
        Clearance clearance,
        boolean stands,
        Optional<TaskEnd> end) {

    KnownTask withdrawn() {
        return new KnownTask(id, household, rule, ruleVersion, clearance, false, end);
    }

    KnownTask ended(TaskEnd how) {
        return new KnownTask(id, household, rule, ruleVersion, clearance, stands, Optional.of(how));
    }
}
