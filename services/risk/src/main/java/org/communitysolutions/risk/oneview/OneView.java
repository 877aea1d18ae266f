package org.communitysolutions.risk.oneview;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.journal.JournalEntry;
import org.communitysolutions.risk.rules.HouseholdState;
import org.communitysolutions.risk.rules.Rulebook;
import org.communitysolutions.risk.tasks.StoredTask;

/**
 * One household as the viewer may see it.
 *
 * @param state what the events that the viewer may see amount to; empty if none of them can move a factor
 * @param events all events that the viewer may see, oldest first
 * @param tasks the tasks that the viewer may know of, oldest first
 * @param work what people made of each task
 * @param book the edition that it was evaluated with
 */
public record OneView(
        UUID household,
        Optional<HouseholdState> state,
        List<JournalEntry> events,
        List<StoredTask> tasks,
        Map<UUID, TaskProgress> work,
        Rulebook book) {}
