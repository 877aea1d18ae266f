package org.communitysolutions.casemanagement.casefile;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.casemanagement.casefile.domain.CaseEvent;
import org.communitysolutions.casemanagement.casefile.domain.Heading;
import org.communitysolutions.casemanagement.casefile.domain.Tier;
import org.communitysolutions.casemanagement.team.Team;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.shared.transactions.Uuid7;
import org.hibernate.reactive.mutiny.Mutiny;

/** Opens the one file of a household; the specialists' restricted file stands beside it, unknown to others. */
@ApplicationScoped
public class OpenCaseFile {

    private final Transactions transactions;
    private final CaseFiles files;
    private final CaseFileEvents events;
    private final Clock clock;

    OpenCaseFile(Transactions transactions, CaseFiles files, CaseFileEvents events, Clock clock) {
        this.transactions = transactions;
        this.files = files;
        this.events = events;
        this.clock = clock;
    }

    /** The file to open. */
    public record Opening(UUID household, Tier tier, Team team) {}

    /** What came of it: the new file, or the id of the one that is open already. */
    public record Opened(Optional<Heading> file, Optional<UUID> alreadyOpen) {}

    /** Opens it. Only specialists open a restricted one; for others the database refuses, so ask before. */
    public Uni<Opened> handle(Caller caller, Opening opening) {
        return transactions.once(
                caller, opening, Opened.class, session -> files.lockHousehold(session, opening.household())
                        .chain(() -> files.openFile(session, opening.household(), restricted(opening)))
                        .chain(open -> open.isPresent()
                                ? Uni.createFrom().item(new Opened(Optional.empty(), open))
                                : open(session, caller, opening)));
    }

    private Uni<Opened> open(Mutiny.Session session, Caller caller, Opening opening) {
        Instant now = clock.instant();
        Heading heading = new Heading(
                Uuid7.next(),
                opening.household(),
                opening.tier(),
                opening.team().code(),
                restricted(opening),
                Optional.empty(),
                now);
        return files.add(session, heading)
                .chain(() -> events.announce(session, caller, now, new CaseEvent.Opened(heading)))
                .replaceWith(new Opened(Optional.of(heading), Optional.empty()));
    }

    private static boolean restricted(Opening opening) {
        return Team.isRestricted(opening.team().code());
    }
}
