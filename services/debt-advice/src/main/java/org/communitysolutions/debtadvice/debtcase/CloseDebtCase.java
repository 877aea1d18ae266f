package org.communitysolutions.debtadvice.debtcase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.debtadvice.debtcase.domain.ClosingReason;
import org.communitysolutions.debtadvice.debtcase.domain.DebtCase;
import org.communitysolutions.debtadvice.debtcase.events.DebtCaseClosed;
import org.communitysolutions.debtadvice.debtcase.persistence.DebtCaseRows;
import org.communitysolutions.shared.messaging.Announcement;
import org.communitysolutions.shared.messaging.EnumCodes;
import org.communitysolutions.shared.messaging.Outbox;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.communitysolutions.shared.transactions.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;

/** Ends the advice on a household's debts. */
@ApplicationScoped
public class CloseDebtCase {

    private final Transactions transactions;
    private final DebtCaseRows cases;
    private final Outbox outbox;
    private final Clock clock;

    CloseDebtCase(Transactions transactions, DebtCaseRows cases, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.cases = cases;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Which case, and why.
     *
     * @param version the version that this is based on
     */
    public record Closing(UUID id, long version, ClosingReason reason) {}

    /** The case is closed already. */
    public static final class AlreadyClosed extends RuntimeException {
        AlreadyClosed() {
            super("The debt case is closed", null, false, false);
        }
    }

    /**
     * Closes a case.
     *
     * @return the case as it now is, or empty if there is none
     * @throws AlreadyClosed (through the Uni) if it is closed
     * @throws OptimisticLockException (through the Uni) if it has changed since that version
     */
    public Uni<Optional<KeptDebtCase>> handle(Caller caller, Closing closing) {
        return transactions.run(caller, session -> cases.find(session, closing.id())
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(found)
                        : close(session, caller, closing, found.get()).map(Optional::of)));
    }

    private Uni<KeptDebtCase> close(Mutiny.Session session, Caller caller, Closing closing, KeptDebtCase kept) {
        return switch (kept.debtCase()) {
            case DebtCase.Closed closed -> Uni.createFrom().failure(new AlreadyClosed());
            case DebtCase.Open open -> {
                if (kept.version() != closing.version()) {
                    yield Uni.createFrom().failure(new OptimisticLockException());
                }
                Instant now = clock.instant();
                DebtCase.Closed closed = open.close(closing.reason(), CouncilCalendar.dayOf(now));
                DebtCaseClosed event = new DebtCaseClosed(open.household(), open.id(), EnumCodes.of(closing.reason()));
                yield cases.close(session, closed)
                        .call(() -> outbox.append(session, caller, Announcement.about(open.household(), now, event)));
            }
        };
    }
}
