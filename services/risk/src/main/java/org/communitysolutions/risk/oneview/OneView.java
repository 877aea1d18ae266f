package org.communitysolutions.risk.oneview;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.challenges.StandingChallenges;
import org.communitysolutions.risk.journal.JournalEntry;
import org.communitysolutions.risk.rules.HouseholdState;
import org.communitysolutions.risk.rules.OpenWork;
import org.communitysolutions.risk.rules.Rulebook;
import org.communitysolutions.risk.tasks.StoredTask;

/**
 * One household as the viewer may see it.
 *
 * @param before what it amounted to some time before, to tell the trend by
 * @param state what the events that the viewer may see amount to; empty if none of them can move a factor
 * @param events all events that the viewer may see from there, those of households that are merged into it too, oldest
 *     first
 * @param tasks the tasks that the viewer may know of, oldest first
 * @param progress what people made of each task
 * @param challenges what the household contests or contested rightly, oldest first
 * @param decides whether the viewer decides challenges, and so sees the parts of a contested score
 * @param work what is open with the household, in every service
 * @param book the edition that it was evaluated with
 */
public record OneView(
        UUID household,
        Before before,
        Optional<HouseholdState> state,
        List<JournalEntry> events,
        List<StoredTask> tasks,
        Map<UUID, TaskProgress> progress,
        List<StandingChallenges.Standing> challenges,
        boolean decides,
        List<OpenWork> work,
        Rulebook book)
        implements Sight {

    /** An earlier score. */
    public record Before(LocalDate asOf, int score) {}
}
