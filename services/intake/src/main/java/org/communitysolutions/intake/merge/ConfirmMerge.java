package org.communitysolutions.intake.merge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.communitysolutions.intake.Refusal;
import org.communitysolutions.intake.household.HouseholdPointers;
import org.communitysolutions.intake.merge.events.HouseholdsMerged;
import org.communitysolutions.intake.merge.persistence.MergeRows;
import org.communitysolutions.shared.messaging.Outbox;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;

/** Lets a proposed merge take effect. */
@ApplicationScoped
public class ConfirmMerge {

    private final Transactions transactions;
    private final MergeRows merges;
    private final HouseholdPointers pointers;
    private final Outbox outbox;
    private final Clock clock;

    ConfirmMerge(Transactions transactions, MergeRows merges, HouseholdPointers pointers, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.merges = merges;
        this.pointers = pointers;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Which one. */
    public record Confirmation(UUID merge) {}

    /**
     * Lets it take effect.
     *
     * @throws Refusal (through the Uni) if there is no such merge, somebody has decided about it, or one of the records
     *     was merged since it was proposed
     */
    public Uni<Merge> handle(Caller caller, Confirmation confirmation) {
        return transactions.once(caller, confirmation, Merge.class, session -> pointers.lock(session)
                .chain(() -> merges.find(session, confirmation.merge()))
                .map(found -> found.orElseThrow(() -> Refusal.absent("merge")))
                .call(merge -> merge.state() == MergeState.PROPOSED
                        ? pointers.requireOpen(session, merge.into(), merge.merged())
                        : Uni.createFrom().voidItem())
                .chain(merge -> confirm(session, caller, merge)));
    }

    /** The same within the transaction of whoever has locked the registry and looked. */
    Uni<Merge> confirm(Mutiny.Session session, Caller caller, Merge merge) {
        Instant now = clock.instant();
        Merge confirmed = merge.confirm(new Merge.Step(now, caller.subject()));
        return merges.update(session, confirmed)
                .chain(() -> pointers.point(session, merge.merged(), merge.into()))
                .chain(() -> outbox.append(session, caller, HouseholdsMerged.announcements(confirmed, now)))
                .replaceWith(confirmed);
    }
}
