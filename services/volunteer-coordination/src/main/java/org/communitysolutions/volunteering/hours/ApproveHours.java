package org.communitysolutions.volunteering.hours;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.volunteering.hours.domain.Approved;
import org.communitysolutions.volunteering.hours.domain.HoursState;
import org.communitysolutions.volunteering.hours.domain.Logged;
import org.communitysolutions.volunteering.hours.domain.Refusal;

/** Approves time that somebody else logged. */
@ApplicationScoped
public class ApproveHours {

    private final Transactions transactions;
    private final LoggedHours logged;
    private final CouncilCalendar calendar;

    ApproveHours(Transactions transactions, LoggedHours logged, CouncilCalendar calendar) {
        this.transactions = transactions;
        this.logged = logged;
        this.calendar = calendar;
    }

    /**
     * Which time.
     *
     * @param version the version that this is based on
     */
    public record Approval(UUID id, long version) {}

    /**
     * Approves it.
     *
     * @return the time as it now is, or empty if there is none
     * @throws HoursRefused (through the Uni) if the caller logged it, or it was approved before
     * @throws jakarta.persistence.OptimisticLockException (through the Uni) if it has changed since that version
     */
    public Uni<Optional<KeptHours>> handle(Caller caller, Approval approval) {
        return transactions.run(caller, session -> logged.hold(session, approval.id(), approval.version())
                .chain(held -> held.isEmpty()
                        ? Uni.createFrom().item(held)
                        : logged.approve(session, decide(held.get().state(), caller))
                                .map(Optional::of)));
    }

    private Approved decide(HoursState state, Caller caller) {
        return switch (state) {
            case Logged log -> HoursRefused.unlessTaken(log.approve(caller.subject(), calendar.today()));
            case Approved approved -> throw new HoursRefused(Refusal.ALREADY_APPROVED);
        };
    }
}
