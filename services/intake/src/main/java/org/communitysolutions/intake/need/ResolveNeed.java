package org.communitysolutions.intake.need;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.communitysolutions.intake.Refusal;
import org.communitysolutions.intake.need.events.NeedResolved;
import org.communitysolutions.intake.need.persistence.NeedRows;
import org.communitysolutions.shared.messaging.Announcement;
import org.communitysolutions.shared.messaging.Outbox;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps that a need is one no longer. */
@ApplicationScoped
public class ResolveNeed {

    private final Transactions transactions;
    private final NeedRows needs;
    private final Outbox outbox;
    private final Clock clock;

    ResolveNeed(Transactions transactions, NeedRows needs, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.needs = needs;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Which need. */
    public record Resolution(UUID needId) {}

    /**
     * Resolves the need.
     *
     * @throws Refusal (through the Uni) if there is no such need, or it is resolved already
     */
    public Uni<HouseholdNeed> handle(Caller caller, Resolution resolution) {
        return transactions.once(
                caller, resolution, HouseholdNeed.class, session -> needs.findForUpdate(session, resolution.needId())
                        .map(found -> resolved(found.orElseThrow(() -> Refusal.absent("need"))))
                        .call(need -> needs.update(session, need))
                        .call(need -> announce(session, caller, need)));
    }

    private HouseholdNeed resolved(HouseholdNeed need) {
        if (need.resolvedAt().isPresent()) {
            throw Refusal.conflict(
                    "resolved-already", "The need is resolved already", "If it is there again, identify it again.");
        }
        return need.resolved(clock.instant());
    }

    private Uni<Void> announce(Mutiny.Session session, Caller caller, HouseholdNeed need) {
        return outbox.append(
                session,
                caller,
                Announcement.about(
                        need.householdId(),
                        clock.instant(),
                        new NeedResolved(need.householdId(), need.id(), need.need())));
    }
}
