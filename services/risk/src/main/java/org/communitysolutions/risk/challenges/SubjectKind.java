package org.communitysolutions.risk.challenges;

import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.challenges.domain.Subject;

/** What can be challenged, by name. */
public enum SubjectKind {
    TASK,
    FACTOR,
    SCORE;

    public static SubjectKind of(Subject subject) {
        return switch (subject) {
            case Subject.OfTask task -> TASK;
            case Subject.OfFactor factor -> FACTOR;
            case Subject.OfScore score -> SCORE;
        };
    }

    /** The task that is challenged; empty if it is another thing. */
    public static Optional<UUID> task(Subject subject) {
        return subject instanceof Subject.OfTask(UUID task) ? Optional.of(task) : Optional.empty();
    }

    /** The code of the factor that is challenged; empty if it is another thing. */
    public static Optional<String> factor(Subject subject) {
        return subject instanceof Subject.OfFactor(String factor) ? Optional.of(factor) : Optional.empty();
    }
}
