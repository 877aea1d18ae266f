package org.communitysolutions.risk.challenges.domain;

import java.util.UUID;

/** What a household challenges. */
public sealed interface Subject {

    /** That a team was asked to reach out. */
    record OfTask(UUID task) implements Subject {}

    /** That something is so with the household; by the factor's code. */
    record OfFactor(String factor) implements Subject {}

    /** What all of it was made to amount to. */
    record OfScore() implements Subject {}
}
