package org.communitysolutions.casemanagement.task;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** What stands for a household in any queue, so far as the caller may know. */
public interface HouseholdTasks {

    /**
     * A task that is not ended.
     *
     * @param kind the code of what is to be done
     * @param team the code of the team
     * @param priority the priority's code
     * @param claimedBy who works on it, if anyone does
     */
    record Unfinished(UUID id, String kind, String team, String priority, LocalDate dueOn, Optional<UUID> claimedBy) {}

    /** The most urgent first, {@code limit} at most. */
    Uni<List<Unfinished>> unfinished(Mutiny.Session session, UUID household, int limit);
}
