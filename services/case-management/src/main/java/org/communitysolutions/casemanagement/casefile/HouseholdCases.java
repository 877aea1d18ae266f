package org.communitysolutions.casemanagement.casefile;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** A household's case files, so far as the caller may know of them. */
public interface HouseholdCases {

    /**
     * A case file in short.
     *
     * @param tier the tier's code
     * @param team the code of the team that opened it
     */
    record Summary(UUID id, String tier, String team, boolean restricted, Optional<UUID> leadWorker) {}

    /** The household's file with that id, open or closed. */
    Uni<Optional<Summary>> find(Mutiny.Session session, UUID household, UUID id);

    /** The files that are open: at most one, and for specialists a second. */
    Uni<List<Summary>> open(Mutiny.Session session, UUID household);
}
