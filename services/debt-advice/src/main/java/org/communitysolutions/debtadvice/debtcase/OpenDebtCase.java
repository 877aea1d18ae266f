package org.communitysolutions.debtadvice.debtcase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.communitysolutions.debtadvice.debtcase.domain.DebtCase;
import org.communitysolutions.debtadvice.debtcase.events.DebtCaseOpened;
import org.communitysolutions.debtadvice.debtcase.persistence.DebtCaseRows;
import org.communitysolutions.debtadvice.household.Households;
import org.communitysolutions.shared.messaging.Announcement;
import org.communitysolutions.shared.messaging.Outbox;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.shared.transactions.Uuid7;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes up the debts of a household. */
@ApplicationScoped
public class OpenDebtCase {

    private final Transactions transactions;
    private final Households households;
    private final DebtCaseRows cases;
    private final Outbox outbox;
    private final Clock clock;

    OpenDebtCase(Transactions transactions, Households households, DebtCaseRows cases, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.households = households;
        this.cases = cases;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Whose debts. */
    public record Opening(UUID household) {}

    /** The household has an open case already. */
    public static final class AlreadyOpen extends RuntimeException {
        AlreadyOpen() {
            super("The household has an open debt case", null, false, false);
        }
    }

    /** Intake has not told of this household. */
    public static final class HouseholdUnknown extends RuntimeException {
        HouseholdUnknown() {
            super("The household is not known", null, false, false);
        }
    }

    /**
     * Opens a case.
     *
     * @throws AlreadyOpen (through the Uni) if the household has one
     * @throws HouseholdUnknown (through the Uni) if nobody has told of the household
     */
    public Uni<KeptDebtCase> handle(Caller caller, Opening opening) {
        return transactions
                .once(caller, opening, Opened.class, session -> open(session, caller, opening.household()))
                .map(Opened::kept);
    }

    /** What is kept for the same request under the same key. */
    record Opened(DebtCase.Open open, long version) {
        KeptDebtCase kept() {
            return new KeptDebtCase(open, version);
        }
    }

    private Uni<Opened> open(Mutiny.Session session, Caller caller, UUID household) {
        Instant now = clock.instant();
        DebtCase.Open opened = new DebtCase.Open(Uuid7.next(), household, CouncilCalendar.dayOf(now), caller.subject());
        return households
                .isKnown(session, household)
                .invoke(known -> {
                    if (!known) {
                        throw new HouseholdUnknown();
                    }
                })
                .chain(() -> cases.lockHousehold(session, household))
                .chain(() -> cases.hasOpen(session, household))
                .invoke(open -> {
                    if (open) {
                        throw new AlreadyOpen();
                    }
                })
                .chain(() -> cases.add(session, opened))
                .call(() -> outbox.append(
                        session,
                        caller,
                        Announcement.about(household, now, new DebtCaseOpened(household, opened.id()))))
                .map(kept -> new Opened(opened, kept.version()));
    }
}
