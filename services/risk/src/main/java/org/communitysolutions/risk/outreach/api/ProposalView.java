package org.communitysolutions.risk.outreach.api;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;
import org.communitysolutions.risk.disclosure.Figure;
import org.communitysolutions.risk.outreach.KeptProposal;
import org.communitysolutions.risk.outreach.domain.Proposal;
import org.communitysolutions.risk.segments.Clause;

/**
 * A proposal, without whom it finds.
 *
 * @param state proposed, approved, declined or expired
 * @param unknownHouseholds how many there were when it was made; suppressed or rounded, whoever looks
 * @param expiresAt from when on it can no longer be approved
 * @param tasks how many it became, once it is approved
 * @param declinedWhy why, if it is declined
 */
record ProposalView(
        UUID id,
        String name,
        String state,
        Clause where,
        String purpose,
        String lawfulBasis,
        String taskKind,
        String team,
        String priority,
        NewProposal.Due due,
        int mostHouseholds,
        Figure unknownHouseholds,
        String proposedBy,
        Instant proposedAt,
        Instant expiresAt,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt,
        Optional<Figure> tasks,
        Optional<String> declinedWhy) {

    /**
     * The view.
     *
     * @param shown how a count of tasks is shown to whoever looks
     */
    static ProposalView of(KeptProposal kept, LongFunction<Figure> shown) {
        return switch (kept.proposal()) {
            case Proposal.Proposed proposed -> open(kept, "proposed");
            case Proposal.Expired expired -> open(kept, "expired");
            case Proposal.Approved approved ->
                decided(
                        kept,
                        "approved",
                        approved.by(),
                        approved.at(),
                        Optional.of(shown.apply(approved.tasks())),
                        Optional.empty());
            case Proposal.Declined declined ->
                decided(kept, "declined", declined.by(), declined.at(), Optional.empty(), Optional.of(declined.why()));
        };
    }

    private static ProposalView open(KeptProposal kept, String state) {
        return of(kept, state, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static ProposalView decided(
            KeptProposal kept,
            String state,
            String by,
            Instant at,
            Optional<Figure> tasks,
            Optional<String> declinedWhy) {
        return of(kept, state, Optional.of(by), Optional.of(at), tasks, declinedWhy);
    }

    private static ProposalView of(
            KeptProposal kept,
            String state,
            Optional<String> decidedBy,
            Optional<Instant> decidedAt,
            Optional<Figure> tasks,
            Optional<String> declinedWhy) {
        Proposal.Particulars proposed = kept.proposal().particulars();
        Proposal.Work work = proposed.work();
        return new ProposalView(
                proposed.id(),
                proposed.name(),
                state,
                kept.where(),
                proposed.purpose(),
                proposed.lawfulBasis(),
                work.kind(),
                work.team(),
                work.priority(),
                new NewProposal.Due(work.dueDays(), work.working()),
                proposed.most(),
                Figure.kept(kept.shownCount()),
                proposed.proposedBy(),
                proposed.proposedAt(),
                proposed.expiresAt(),
                decidedBy,
                decidedAt,
                tasks,
                declinedWhy);
    }
}
