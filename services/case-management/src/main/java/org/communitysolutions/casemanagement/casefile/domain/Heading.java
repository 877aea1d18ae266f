package org.communitysolutions.casemanagement.casefile.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What stands on the cover of a case file, open or closed.
 *
 * @param team the code of the team that opened it
 * @param restricted whether only specialists may know of it
 * @param leadWorker the one worker who holds the household, once there is one
 */
public record Heading(
        UUID id,
        UUID household,
        Tier tier,
        String team,
        boolean restricted,
        Optional<UUID> leadWorker,
        Instant openedAt) {

    Heading ledBy(UUID worker) {
        return new Heading(id, household, tier, team, restricted, Optional.of(worker), openedAt);
    }
}
