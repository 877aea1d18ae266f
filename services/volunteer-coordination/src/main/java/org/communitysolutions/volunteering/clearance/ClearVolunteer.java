package org.communitysolutions.volunteering.clearance;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.shared.messaging.Announcement;
import org.communitysolutions.shared.messaging.EnumCodes;
import org.communitysolutions.shared.messaging.Outbox;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.volunteering.clearance.domain.Asked;
import org.communitysolutions.volunteering.clearance.domain.CheckState;
import org.communitysolutions.volunteering.clearance.domain.Cleared;
import org.communitysolutions.volunteering.clearance.domain.NotCleared;
import org.communitysolutions.volunteering.clearance.domain.Refusal;
import org.communitysolutions.volunteering.clearance.events.VolunteerCleared;
import org.hibernate.reactive.mutiny.Mutiny;

/** Clears a volunteer after a check that came back in order, and tells of it. */
@ApplicationScoped
public class ClearVolunteer {

    private final Transactions transactions;
    private final Checks checks;
    private final Outbox outbox;
    private final CouncilCalendar calendar;
    private final Clock clock;
    private final MeterRegistry meters;

    ClearVolunteer(
            Transactions transactions,
            Checks checks,
            Outbox outbox,
            CouncilCalendar calendar,
            Clock clock,
            MeterRegistry meters) {
        this.transactions = transactions;
        this.checks = checks;
        this.outbox = outbox;
        this.calendar = calendar;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Which check came back.
     *
     * @param version the version that this is based on
     * @param issuedOn the date of the certificate
     */
    public record Clearance(UUID checkId, long version, LocalDate issuedOn) {}

    /**
     * Clears the volunteer.
     *
     * @return the check as it now is, or empty if there is none
     * @throws ClearanceRefused (through the Uni) if it cannot have been issued then or was decided before
     * @throws jakarta.persistence.OptimisticLockException (through the Uni) if it has changed since that version
     */
    public Uni<Optional<KeptCheck>> handle(Caller caller, Clearance clearance) {
        return transactions.run(caller, session -> checks.hold(session, clearance.checkId(), clearance.version())
                .chain(held -> held.isEmpty()
                        ? Uni.createFrom().item(held)
                        : clear(session, caller, decide(held.get().state(), clearance))
                                .map(Optional::of)));
    }

    private Cleared decide(CheckState state, Clearance clearance) {
        return switch (state) {
            case Asked asked -> ClearanceRefused.unlessTaken(asked.clear(clearance.issuedOn(), calendar.today()));
            case Cleared cleared -> throw new ClearanceRefused(Refusal.ALREADY_DECIDED);
            case NotCleared notCleared -> throw new ClearanceRefused(Refusal.ALREADY_DECIDED);
        };
    }

    private Uni<KeptCheck> clear(Mutiny.Session session, Caller caller, Cleared cleared) {
        return checks.decide(session, cleared)
                .call(() -> outbox.append(
                        session,
                        caller,
                        Announcement.ofAggregate(
                                cleared.check().volunteerId(), clock.instant(), VolunteerCleared.of(cleared))))
                .invoke(() -> meters.counter(
                                "volunteer-coordination.checks.cleared",
                                "level",
                                EnumCodes.of(cleared.check().level()))
                        .increment());
    }
}
