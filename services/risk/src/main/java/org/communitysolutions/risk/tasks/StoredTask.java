package org.communitysolutions.risk.tasks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.rules.Priority;

/**
 * A task as it was announced.
 *
 * @param sentence why it was asked for, in words
 * @param raisedAt event time
 * @param withdrawnAt event time, since when it is asked for no longer, if it is not
 * @param withdrawn why
 */
public record StoredTask(
        UUID id,
        String rule,
        int ruleVersion,
        String kind,
        String team,
        Priority priority,
        LocalDate dueOn,
        String sentence,
        List<EventOfReason> reasons,
        Instant raisedAt,
        Optional<Instant> withdrawnAt,
        Optional<Withdrawal> withdrawn) {

    /** The same as it stood at that moment. */
    public StoredTask asOf(Instant moment) {
        return withdrawnAt.filter(at -> at.isAfter(moment)).isEmpty() ? this : with(Optional.empty(), Optional.empty());
    }

    /** The same, asked for no longer since then because it is contested; asked for if it is empty. */
    StoredTask contested(Optional<Instant> since) {
        return with(since, since.map(at -> Withdrawal.CHALLENGED));
    }

    private StoredTask with(Optional<Instant> since, Optional<Withdrawal> why) {
        return new StoredTask(
                id, rule, ruleVersion, kind, team, priority, dueOn, sentence, reasons, raisedAt, since, why);
    }

    /** An event that the task rests on and the factor that it moved. */
    public record EventOfReason(UUID eventId, String factor) {}
}
