package org.communitysolutions.risk.outreach;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.outreach.domain.Proposal;
import org.communitysolutions.risk.outreach.persistence.ProposalRows;
import org.communitysolutions.risk.segments.QueryRefused;
import org.communitysolutions.risk.segments.Segments;
import org.communitysolutions.risk.segments.Viewer;
import org.communitysolutions.risk.tasks.RaisedTasks;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Decides on a proposal. An approval finds out anew who is unknown, and asks for the tasks in the same transaction: so
 * there is no moment at which it is approved and anybody is left out, and none at which somebody sees a list.
 */
@ApplicationScoped
public class DecideOutreach {

    private final Transactions transactions;
    private final ProposalRows rows;
    private final Segments segments;
    private final OutreachTasks wording;
    private final RaisedTasks tasks;
    private final MeterRegistry meters;
    private final Clock clock;

    DecideOutreach(
            Transactions transactions,
            ProposalRows rows,
            Segments segments,
            OutreachTasks wording,
            RaisedTasks tasks,
            MeterRegistry meters,
            Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.segments = segments;
        this.wording = wording;
        this.tasks = tasks;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * A decision.
     *
     * @param version the version of the proposal that it is about
     * @param declinedWhy empty to approve it
     */
    public record Decision(UUID id, long version, Optional<String> declinedWhy) {}

    /** It was decided already, or nobody did in time. */
    public static final class Over extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Over() {
            super("The proposal is no longer open", null, false, false);
        }
    }

    /** What it speaks of is not in the live edition of factors any more. */
    public static final class Outdated extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Outdated() {
            super("The proposal speaks of what the live edition does not have", null, false, false);
        }
    }

    /**
     * Decides.
     *
     * @return the proposal as it is now, or empty if there is none that the caller may know of
     * @throws Over (through the Uni) if it is no longer open
     * @throws Proposal.OwnProposal (through the Uni) if who approves it proposed it
     * @throws Outdated (through the Uni) if what it speaks of is no longer in the live edition
     * @throws OptimisticLockException (through the Uni) if it has changed since that version
     */
    public Uni<Optional<KeptProposal>> handle(Caller caller, Decision decision) {
        return transactions.run(caller, session -> rows.lockApprovals(session)
                .chain(() -> rows.hold(session, decision.id(), clock.instant()))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(found)
                        : decide(session, caller, decision, found.get())
                                .chain(() -> rows.find(session, decision.id(), clock.instant()))));
    }

    private Uni<Void> decide(Mutiny.Session session, Caller caller, Decision decision, KeptProposal kept) {
        if (!(kept.proposal() instanceof Proposal.Proposed proposed)) {
            return Uni.createFrom().failure(new Over());
        }
        if (kept.version() != decision.version()) {
            return Uni.createFrom().failure(new OptimisticLockException());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return decision.declinedWhy()
                .map(why -> rows.decline(session, proposed.decline(caller.subject(), now, why)))
                .orElseGet(() -> approve(session, caller, kept, proposed, now));
    }

    private Uni<Void> approve(
            Mutiny.Session session, Caller caller, KeptProposal kept, Proposal.Proposed proposed, Instant now) {
        Proposal.Particulars particulars = proposed.particulars();
        return segments.askAgain(session, Viewer.cleared(particulars.restricted()), kept.where())
                .onFailure(QueryRefused.class)
                .transform(refused -> new Outdated())
                .chain(asked -> segments.unknown(session, asked, particulars.most())
                        .map(unknown ->
                                wording.raised(particulars, unknown, asked.now().latest())))
                .chain(raised -> rows.approve(session, proposed.approve(caller.subject(), now, raised.size()))
                        .chain(() -> tasks.raise(session, caller, particulars.id(), raised))
                        .invoke(() -> meters.counter("risk.outreach.tasks").increment(raised.size())));
    }
}
