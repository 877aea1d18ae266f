package org.communitysolutions.risk.tasks;

import java.util.Arrays;
import java.util.Optional;
import org.communitysolutions.shared.messaging.EnumCodes;

/** How people ended a task, as case-management's contract lists it. */
public enum Outcome {
    HELPED,
    /** The household had the need and did not want help with it. */
    DECLINED,
    /** Somebody was helping already. */
    ALREADY_KNOWN,
    /** What the rule took to be so was not so. */
    WRONG,
    CANNOT_REACH;

    /** The outcome of that code; empty if it is none that the contract lists. */
    static Optional<Outcome> of(String code) {
        return Arrays.stream(values())
                .filter(outcome -> EnumCodes.of(outcome).equals(code))
                .findFirst();
    }
}
