package org.communitysolutions.risk.tasks;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.rules.ContestedTask;
import org.communitysolutions.risk.rules.PastEvent;

/**
 * A task that outreach asked for. No rule asks for it or withdraws it; only the household's challenge takes it back.
 *
 * @param end what people made of it, once they have
 */
public record OutreachTask(UUID household, Clearance clearance, StoredTask task, Optional<TaskEnd> end) {

    /** What has become of it, by all that was told of its household, in whatever order. */
    OutreachTask after(Collection<PastEvent> history) {
        List<PastEvent> seen = history.stream()
                .filter(event -> clearance.isRestricted() || !event.restricted())
                .toList();
        Optional<Instant> takenBack = ContestedTask.takenBack(task.id(), seen);
        return new OutreachTask(
                household,
                clearance,
                task.contested(takenBack),
                TaskEnds.of(seen).of(task.id(), clearance));
    }

    boolean stands() {
        return task.withdrawnAt().isEmpty();
    }
}
