package org.communitysolutions.risk.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a household contests, up to a moment: tasks, factors, its score. A challenge pauses what it is of until it is
 * decided. Upheld, a task is not asked for again in its episode, and a factor counts for nothing for as long as it stands
 * without a break; dismissed or taken back, all is as it was.
 */
final class Contest {

    static final String RECORDED = "risk.challenge-recorded.v1";
    static final String DECIDED = "risk.challenge-decided.v1";

    static final Set<String> TOLD_BY = Set.of(RECORDED, DECIDED);

    private static final String TASK = "task";
    private static final String FACTOR = "factor";
    private static final String SCORE = "score";

    private final List<PastEvent> recorded = new ArrayList<>(1);
    private final List<PastEvent> upheld = new ArrayList<>(1);
    private final Set<String> decided = new HashSet<>(2);

    void after(PastEvent event) {
        Optional<String> challenge = event.text("challengeId");
        if (challenge.isEmpty()) {
            return;
        }
        if (event.type().equals(RECORDED)) {
            recorded.add(event);
        } else {
            decided.add(challenge.get());
            if (event.text("outcome").filter("upheld"::equals).isPresent()) {
                upheld.add(event);
            }
        }
    }

    boolean isScoreOpen() {
        return firstOpen(SCORE, Optional.empty()) != null;
    }

    boolean isOpen(UUID task) {
        return firstOpen(TASK, Optional.of(task.toString())) != null;
    }

    /** When a challenge of the task was last upheld; null if none was. */
    Instant upheldAt(UUID task) {
        Instant at = null;
        for (PastEvent event : upheld) {
            if (isOf(event, TASK, Optional.of(task.toString()))) {
                at = event.occurredAt();
            }
        }
        return at;
    }

    /** The event by which the factor counts for nothing as it stands; null if it counts. */
    PastEvent silences(FactorThread thread) {
        Optional<String> code = Optional.of(thread.factor().code());
        PastEvent first = firstOpen(FACTOR, code);
        for (PastEvent event : upheld) {
            if (isOf(event, FACTOR, code)
                    && event.compareTo(thread.began()) > 0
                    && (first == null || event.compareTo(first) < 0)) {
                first = event;
            }
        }
        return first;
    }

    private PastEvent firstOpen(String of, Optional<String> which) {
        for (PastEvent event : recorded) {
            if (!decided.contains(event.text("challengeId").orElseThrow()) && isOf(event, of, which)) {
                return event;
            }
        }
        return null;
    }

    private static boolean isOf(PastEvent event, String of, Optional<String> which) {
        return event.text("of").filter(of::equals).isPresent()
                && (which.isEmpty()
                        || event.text(of.equals(TASK) ? "taskId" : FACTOR).equals(which));
    }

    /** The task that the event puts in question; empty if it is of another kind, or of something else. */
    static Optional<UUID> taskIn(PastEvent event) {
        return event.type().equals(RECORDED)
                        && event.text("challengeId").isPresent()
                        && isOf(event, TASK, Optional.empty())
                ? event.idIn("taskId")
                : Optional.empty();
    }

    /** The code of the factor that the event's decision is of; empty if it is another event, or of something else. */
    static Optional<String> factorIn(PastEvent event) {
        return event.type().equals(DECIDED)
                        && event.text("challengeId").isPresent()
                        && isOf(event, FACTOR, Optional.empty())
                ? event.text(FACTOR)
                : Optional.empty();
    }
}
