package org.communitysolutions.risk.outreach.api;

import java.util.List;
import org.communitysolutions.risk.outreach.DecideOutreach;
import org.communitysolutions.risk.outreach.ProposeOutreach;
import org.communitysolutions.risk.outreach.domain.Proposal;
import org.communitysolutions.risk.segments.QueryRefused;
import org.communitysolutions.shared.web.Problem;

/** What a client reads when a proposal cannot be made or decided. */
final class Refusals {

    private Refusals() {}

    static Throwable problem(Throwable failure) {
        return switch (failure) {
            case QueryRefused refused ->
                Problem.invalid(refused.wrong().stream()
                        .map(wrong -> new Problem.Field("/where" + wrong.pointer(), wrong.expected()))
                        .toList());
            case ProposeOutreach.Refused refused -> Problem.invalid(refused.pointer(), refused.getMessage());
            case DecideOutreach.Outdated outdated ->
                Problem.unprocessable(
                        "proposal-outdated",
                        "The proposal is outdated",
                        "It speaks of a factor that the live edition does not have. Propose it anew.");
            case DecideOutreach.Over over ->
                Problem.conflict(
                        "proposal-over", "The proposal is no longer open", "It was decided, or has expired. Read it.");
            case Proposal.OwnProposal own ->
                new Problem(
                        403,
                        "own-proposal",
                        "It is your own proposal",
                        "Another team manager has to approve it.",
                        List.of());
            default -> failure;
        };
    }
}
