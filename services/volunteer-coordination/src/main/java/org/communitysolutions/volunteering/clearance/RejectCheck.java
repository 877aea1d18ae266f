package org.communitysolutions.volunteering.clearance;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.volunteering.clearance.domain.Asked;
import org.communitysolutions.volunteering.clearance.domain.CheckState;
import org.communitysolutions.volunteering.clearance.domain.Cleared;
import org.communitysolutions.volunteering.clearance.domain.NotCleared;
import org.communitysolutions.volunteering.clearance.domain.Refusal;

/** Keeps that a volunteer was not cleared after a check. Why not is not kept, and nobody else is told. */
@ApplicationScoped
public class RejectCheck {

    private final Transactions transactions;
    private final Checks checks;
    private final CouncilCalendar calendar;

    RejectCheck(Transactions transactions, Checks checks, CouncilCalendar calendar) {
        this.transactions = transactions;
        this.checks = checks;
        this.calendar = calendar;
    }

    /**
     * Which check, and when that was decided.
     *
     * @param version the version that this is based on
     */
    public record Rejection(UUID checkId, long version, LocalDate on) {}

    /**
     * Decides the check.
     *
     * @return the check as it now is, or empty if there is none
     * @throws ClearanceRefused (through the Uni) if it cannot have been decided then or was decided before
     * @throws jakarta.persistence.OptimisticLockException (through the Uni) if it has changed since that version
     */
    public Uni<Optional<KeptCheck>> handle(Caller caller, Rejection rejection) {
        return transactions.run(caller, session -> checks.hold(session, rejection.checkId(), rejection.version())
                .chain(held -> held.isEmpty()
                        ? Uni.createFrom().item(held)
                        : checks.decide(session, decide(held.get().state(), rejection))
                                .map(Optional::of)));
    }

    private NotCleared decide(CheckState state, Rejection rejection) {
        return switch (state) {
            case Asked asked -> ClearanceRefused.unlessTaken(asked.reject(rejection.on(), calendar.today()));
            case Cleared cleared -> throw new ClearanceRefused(Refusal.ALREADY_DECIDED);
            case NotCleared notCleared -> throw new ClearanceRefused(Refusal.ALREADY_DECIDED);
        };
    }
}
