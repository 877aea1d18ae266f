package org.communitysolutions.homelessness.duty;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.homelessness.duty.domain.Decision;
import org.communitysolutions.homelessness.duty.domain.DutyState;
import org.communitysolutions.homelessness.duty.domain.EndReason;
import org.communitysolutions.homelessness.duty.domain.Ended;
import org.communitysolutions.homelessness.duty.domain.Owed;
import org.communitysolutions.homelessness.duty.domain.Refusal;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.communitysolutions.shared.transactions.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;

/** Ends a duty, with a reason and by notice in writing. */
@ApplicationScoped
public class EndDuty {

    private final Transactions transactions;
    private final Duties duties;
    private final DutyEvents events;
    private final CouncilCalendar calendar;

    EndDuty(Transactions transactions, Duties duties, DutyEvents events, CouncilCalendar calendar) {
        this.transactions = transactions;
        this.duties = duties;
        this.events = events;
        this.calendar = calendar;
    }

    /**
     * What an officer decides.
     *
     * @param version the version that the decision is based on
     * @param noticeGivenOn the day on which the household was given notice in writing
     */
    public record Ending(UUID id, long version, EndReason reason, LocalDate noticeGivenOn) {}

    /**
     * Ends the duty.
     *
     * @return the duty as it now is, or empty if there is none
     * @throws DutyRefused (through the Uni) if it cannot end so
     * @throws jakarta.persistence.OptimisticLockException (through the Uni) if it has changed since that version
     */
    public Uni<Optional<KeptDuty>> handle(Caller caller, Ending ending) {
        return transactions.run(caller, session -> duties.hold(session, ending.id(), ending.version())
                .chain(held -> held.isEmpty()
                        ? Uni.createFrom().item(held)
                        : end(session, caller, decide(held.get().state(), ending))
                                .map(Optional::of)));
    }

    private Uni<KeptDuty> end(Mutiny.Session session, Caller caller, Decision.Taken<Ended> taken) {
        return duties.end(session, taken.state()).call(() -> events.tell(session, caller, taken.event()));
    }

    private Decision.Taken<Ended> decide(DutyState state, Ending ending) {
        return switch (state) {
            case Owed owed ->
                DutyRefused.unlessTaken(owed.end(ending.reason(), ending.noticeGivenOn(), calendar.today()));
            case Ended ended -> throw new DutyRefused(Refusal.ALREADY_ENDED);
        };
    }
}
