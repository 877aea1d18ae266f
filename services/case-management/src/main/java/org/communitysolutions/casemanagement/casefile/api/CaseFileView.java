package org.communitysolutions.casemanagement.casefile.api;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.casemanagement.casefile.domain.CaseFile;
import org.communitysolutions.casemanagement.casefile.domain.CloseReason;
import org.communitysolutions.casemanagement.casefile.domain.ClosedCase;
import org.communitysolutions.casemanagement.casefile.domain.Heading;
import org.communitysolutions.casemanagement.casefile.domain.OpenCase;
import org.communitysolutions.casemanagement.casefile.domain.Tier;

/** A case file's cover as the front line sees it. */
record CaseFileView(
        UUID id,
        UUID householdId,
        Tier tier,
        String team,
        boolean restricted,
        State state,
        Optional<UUID> leadWorker,
        Instant openedAt,
        Optional<CloseReason> closeReason,
        Optional<Instant> closedAt) {

    enum State {
        OPEN,
        CLOSED
    }

    static CaseFileView of(CaseFile file) {
        return switch (file) {
            case OpenCase open -> of(open.heading(), State.OPEN, Optional.empty(), Optional.empty());
            case ClosedCase closed ->
                of(closed.heading(), State.CLOSED, Optional.of(closed.reason()), Optional.of(closed.at()));
        };
    }

    private static CaseFileView of(
            Heading file, State state, Optional<CloseReason> reason, Optional<Instant> closedAt) {
        return new CaseFileView(
                file.id(),
                file.household(),
                file.tier(),
                file.team(),
                file.restricted(),
                state,
                file.leadWorker(),
                file.openedAt(),
                reason,
                closedAt);
    }
}
