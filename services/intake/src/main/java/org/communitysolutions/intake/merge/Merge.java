package org.communitysolutions.intake.merge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.Refusal;

/**
 * That several records are one household: proposed, then confirmed, and reversed when it proves wrong.
 *
 * @param into the record that goes on
 * @param merged the records that point to it while the merge stands, 1 to 20
 * @param reason why somebody thinks so, in their words
 * @param confirmed when it took effect; empty while it waits
 * @param ended when it was reversed or, if it never took effect, declined
 */
public record Merge(
        UUID id,
        UUID into,
        List<UUID> merged,
        String reason,
        Step proposed,
        Optional<Step> confirmed,
        Optional<Step> ended,
        Optional<String> endReason) {

    /** When a step was taken, and the subject who took it. */
    public record Step(Instant at, String by) {}

    static Merge proposed(UUID id, UUID into, List<UUID> merged, String reason, Step by) {
        return new Merge(
                id, into, List.copyOf(merged), reason, by, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public MergeState state() {
        if (ended.isPresent()) {
            return confirmed.isPresent() ? MergeState.REVERSED : MergeState.DECLINED;
        }
        return confirmed.isPresent() ? MergeState.STANDING : MergeState.PROPOSED;
    }

    /**
     * The same, in effect.
     *
     * @throws Refusal unless it is proposed
     */
    Merge confirm(Step by) {
        if (state() != MergeState.PROPOSED) {
            throw Refusal.conflict(
                    "merge-decided", "Somebody has decided about the merge", "Only one that waits can be confirmed.");
        }
        return new Merge(id, into, merged, reason, proposed, Optional.of(by), ended, endReason);
    }

    /**
     * The same, in effect no longer.
     *
     * @throws Refusal if it has ended already
     */
    Merge end(Step by, String why) {
        if (ended.isPresent()) {
            throw Refusal.conflict("merge-ended", "The merge has ended", "It was reversed or declined before.");
        }
        return new Merge(id, into, merged, reason, proposed, confirmed, Optional.of(by), Optional.of(why));
    }
}
