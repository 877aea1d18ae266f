package org.communitysolutions.casemanagement.task.api;

import java.util.List;
import org.communitysolutions.casemanagement.task.RaiseTask;
import org.communitysolutions.casemanagement.task.domain.Refusal;
import org.communitysolutions.shared.web.Problem;

/** What a refusal looks like to a client. */
final class Refusals {

    private static final String DISCLOSE = "Record a disclosure with intake: it raises the specialists' task.";

    private Refusals() {}

    static Problem of(Refusal why) {
        return switch (why) {
            case NOT_IN_TEAM -> notInTeam();
            case ALREADY_CLAIMED ->
                Problem.conflict("already-claimed", "Another worker has it", "The task is claimed by another worker.");
            case NOT_CLAIMED ->
                Problem.conflict("not-claimed", "Claim it first", "Only the worker who claimed a task completes it.");
            case ALREADY_COMPLETED ->
                Problem.conflict("already-completed", "It is done", "The task was completed before.");
            case WITHDRAWN -> Problem.conflict("withdrawn", "It is asked for no longer", "The task was withdrawn.");
            case SAME_QUEUE ->
                Problem.conflict(
                        "same-queue", "It waits there already", "The task is in that team's queue, unclaimed.");
            case RESTRICTED_QUEUE -> Problem.conflict("restricted-queue", "That queue is kept apart", DISCLOSE);
        };
    }

    static Problem of(RaiseTask.Objection why) {
        return switch (why) {
            case RESTRICTED_QUEUE -> Problem.unprocessable("restricted-queue", "That queue is kept apart", DISCLOSE);
            case NO_SUCH_CASE ->
                Problem.unprocessable(
                        "no-such-case", "There is no such case file", "The household has no case file with this id.");
            case RESTRICTED_CASE ->
                Problem.unprocessable(
                        "restricted-case",
                        "That case file is kept apart",
                        "A task of a restricted case file belongs in the restricted queue.");
        };
    }

    static Problem notInTeam() {
        return new Problem(403, "not-in-team", "Not your team's", "Only members of the team may do this.", List.of());
    }
}
