package org.communitysolutions.volunteering.volunteer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.communitysolutions.shared.messaging.Announcement;
import org.communitysolutions.shared.messaging.Outbox;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.shared.transactions.Uuid7;
import org.communitysolutions.volunteering.volunteer.events.VolunteerRegistered;
import org.hibernate.reactive.mutiny.Mutiny;

/** Registers somebody who offers to volunteer, and tells that somebody did. */
@ApplicationScoped
public class RegisterVolunteer {

    private final Transactions transactions;
    private final Volunteers volunteers;
    private final Outbox outbox;
    private final Clock clock;

    RegisterVolunteer(Transactions transactions, Volunteers volunteers, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.volunteers = volunteers;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Who offered, and on which day. */
    public record Registration(VolunteerDetails details, LocalDate registeredOn) {}

    public Uni<Volunteer> handle(Caller caller, Registration registration) {
        return transactions.once(
                caller, registration, Volunteer.class, session -> register(session, caller, registration));
    }

    private Uni<Volunteer> register(Mutiny.Session session, Caller caller, Registration registration) {
        Instant now = clock.instant();
        Volunteer volunteer = new Volunteer(Uuid7.next(), registration.details(), registration.registeredOn(), 0);
        return volunteers
                .add(session, volunteer, now)
                .chain(() -> outbox.append(
                        session,
                        caller,
                        Announcement.ofAggregate(volunteer.id(), now, new VolunteerRegistered(volunteer.id()))))
                .replaceWith(volunteer);
    }
}
