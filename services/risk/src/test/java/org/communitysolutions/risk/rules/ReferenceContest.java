package org.communitysolutions.risk.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a household contests, told from the list of all events so far. Slow and plain: see {@link ReferenceEvaluator}. */
record ReferenceContest(List<PastEvent> soFar) {

    private static boolean isChallenge(String what, PastEvent event, String of, Optional<String> which) {
        return event.type().equals("risk.challenge-" + what + ".v1")
                && event.text("challengeId").isPresent()
                && event.text("of").equals(Optional.of(of))
                && (which.isEmpty()
                        || event.text(of.equals("task") ? "taskId" : "factor").equals(which));
    }

    /** The challenges of it that nobody has decided so far. */
    private List<PastEvent> open(String of, Optional<String> which) {
        return soFar.stream()
                .filter(event -> isChallenge("recorded", event, of, which))
                .filter(event -> soFar.stream()
                        .noneMatch(other -> other.type().equals("risk.challenge-decided.v1")
                                && other.text("challengeId").equals(event.text("challengeId"))))
                .toList();
    }

    private List<PastEvent> upheld(String of, String which) {
        return soFar.stream()
                .filter(event -> isChallenge("decided", event, of, Optional.of(which))
                        && event.text("outcome").equals(Optional.of("upheld")))
                .toList();
    }

    /** The first of what keeps a factor that is there from counting. */
    Optional<PastEvent> silencing(ReferenceFactor factor) {
        List<PastEvent> all = new ArrayList<>(open("factor", Optional.of(factor.code())));
        upheld("factor", factor.code()).stream()
                .filter(event -> event.compareTo(factor.beginnings.getLast()) > 0)
                .forEach(all::add);
        return all.stream().min(PastEvent::compareTo);
    }

    boolean isScoreContested() {
        return !open("score", Optional.empty()).isEmpty();
    }

    boolean isContested(UUID task) {
        return !open("task", Optional.of(task.toString())).isEmpty();
    }

    Optional<Instant> upheldAt(UUID task) {
        return upheld("task", task.toString()).stream()
                .map(PastEvent::occurredAt)
                .reduce((first, second) -> second);
    }

    boolean isBarred(UUID task) {
        return isContested(task) || upheldAt(task).isPresent();
    }

    /** The factor whose challenge the event decides. */
    static Optional<String> factorIn(PastEvent event) {
        return isChallenge("decided", event, "factor", Optional.empty()) ? event.text("factor") : Optional.empty();
    }

    static boolean asksFor(Condition condition, String factor) {
        return condition instanceof FactorHolds asked
                ? asked.factor().code().equals(factor)
                : !(condition instanceof Not) && condition.parts().stream().anyMatch(part -> asksFor(part, factor));
    }

    /** Whether it was taken back more often than it was challenged. */
    static boolean isTakenBack(UUID task, List<PastEvent> events) {
        long times = events.stream()
                .filter(event -> event.type().equals("case-management.task-withdrawn.v1")
                        && event.idIn("taskId").equals(Optional.of(task)))
                .count();
        return times
                > events.stream()
                        .filter(event -> isChallenge("recorded", event, "task", Optional.of(task.toString())))
                        .count();
    }

    static EndedFactor endedBy(PastEvent challenge, HeldFactor held) {
        Instant until = challenge.occurredAt().isAfter(held.since()) ? challenge.occurredAt() : held.since();
        return new EndedFactor(held.code(), held.since(), until, challenge.id());
    }
}
