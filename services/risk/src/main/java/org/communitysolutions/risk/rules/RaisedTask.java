package org.communitysolutions.risk.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A task that a rule asks for.
 *
 * @param id the same whenever the same history is evaluated: it is made of the rule, the household and the episode
 * @param dueOn counted from the day on which the council had all that the rule holds by
 * @param sentence why, in words
 * @param reasons the events that made the rule hold, oldest first, at most 100
 * @param trigger the event with which the rule came to hold, or from which the time was counted that brought it about
 * @param raisedAt when the rule came to hold
 * @param withdrawnAt when something came to hold that the task is not asked for with, before anybody took it up
 * @param contested whether it was withdrawn because the household contests it, or did so rightly
 */
public record RaisedTask(
        UUID id,
        String rule,
        int ruleVersion,
        Clearance clearance,
        String kind,
        String team,
        Priority priority,
        LocalDate dueOn,
        String sentence,
        List<Reason> reasons,
        UUID trigger,
        Instant raisedAt,
        Optional<Instant> withdrawnAt,
        boolean contested) {

    static RaisedTask of(
            UUID id, Rule rule, Rule.Due due, LocalDate dueOn, Rule.Grounds grounds, UUID trigger, Instant at) {
        return new RaisedTask(
                id,
                rule.id(),
                rule.version(),
                rule.clearance(),
                rule.taskKind(),
                rule.team(),
                due.priority(),
                dueOn,
                grounds.sentence(),
                grounds.reasons(),
                trigger,
                at,
                Optional.empty(),
                false);
    }

    public boolean stands() {
        return withdrawnAt.isEmpty();
    }

    RaisedTask withdrawn(Instant at) {
        return with(Optional.of(at), false);
    }

    RaisedTask contested(Instant at) {
        return with(Optional.of(at), true);
    }

    /** Asked for again, as before it was withdrawn. */
    RaisedTask again() {
        return with(Optional.empty(), false);
    }

    private RaisedTask with(Optional<Instant> withdrawn, boolean challenged) {
        return new RaisedTask(
                id,
                rule,
                ruleVersion,
                clearance,
                kind,
                team,
                priority,
                dueOn,
                sentence,
                reasons,
                trigger,
                raisedAt,
                withdrawn,
                challenged);
    }
}
