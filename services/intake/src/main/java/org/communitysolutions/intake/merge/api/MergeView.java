package org.communitysolutions.intake.merge.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.merge.Merge;
import org.communitysolutions.intake.merge.MergeState;

/**
 * A merge as the front line sees it: without the words of those who proposed or ended it, which may tell of what is
 * restricted.
 *
 * @param since when it took effect
 * @param until when it was reversed or declined
 */
record MergeView(
        UUID id,
        UUID into,
        List<UUID> merged,
        MergeState state,
        Instant proposedAt,
        Optional<Instant> since,
        Optional<Instant> until) {

    static MergeView of(Merge merge) {
        return new MergeView(
                merge.id(),
                merge.into(),
                merge.merged(),
                merge.state(),
                merge.proposed().at(),
                merge.confirmed().map(Merge.Step::at),
                merge.ended().map(Merge.Step::at));
    }

    /** One that waits, as those see it who decide about it. */
    record Waiting(UUID id, UUID into, List<UUID> merged, String reason, Instant proposedAt) {
        static Waiting of(Merge merge) {
            return new Waiting(
                    merge.id(),
                    merge.into(),
                    merge.merged(),
                    merge.reason(),
                    merge.proposed().at());
        }
    }
}
