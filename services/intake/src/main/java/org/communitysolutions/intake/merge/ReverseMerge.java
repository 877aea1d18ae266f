package org.communitysolutions.intake.merge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.communitysolutions.intake.Refusal;
import org.communitysolutions.intake.household.HouseholdPointers;
import org.communitysolutions.intake.merge.events.HouseholdsUnmerged;
import org.communitysolutions.intake.merge.persistence.MergeRows;
import org.communitysolutions.shared.messaging.Outbox;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Takes a merge back, or declines one that waits. The records are what they were; what was recorded of the surviving one
 * meanwhile stays with it.
 */
@ApplicationScoped
public class ReverseMerge {

    private final Transactions transactions;
    private final MergeRows merges;
    private final HouseholdPointers pointers;
    private final Outbox outbox;
    private final Clock clock;

    ReverseMerge(Transactions transactions, MergeRows merges, HouseholdPointers pointers, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.merges = merges;
        this.pointers = pointers;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Which one, and why. */
    public record Reversal(UUID merge, String reason) {}

    /**
     * Ends it.
     *
     * @throws Refusal (through the Uni) if there is no such merge, or it has ended
     */
    public Uni<Merge> handle(Caller caller, Reversal reversal) {
        return transactions.once(caller, reversal, Merge.class, session -> pointers.lock(session)
                .chain(() -> merges.find(session, reversal.merge()))
                .map(found -> found.orElseThrow(() -> Refusal.absent("merge")))
                .chain(merge -> end(session, caller, merge, reversal.reason())));
    }

    private Uni<Merge> end(Mutiny.Session session, Caller caller, Merge merge, String reason) {
        Instant now = clock.instant();
        Merge ended = merge.end(new Merge.Step(now, caller.subject()), reason);
        Uni<Void> kept = merges.update(session, ended);
        if (merge.state() == MergeState.STANDING) {
            kept = kept.chain(() -> pointers.release(session, merge.merged()))
                    .chain(() -> outbox.append(session, caller, HouseholdsUnmerged.announcements(ended, now)));
        }
        return kept.replaceWith(ended);
    }
}
