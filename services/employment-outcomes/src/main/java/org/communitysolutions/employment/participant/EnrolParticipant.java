package org.communitysolutions.employment.participant;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.communitysolutions.employment.participant.events.ParticipantEnrolled;
import org.communitysolutions.shared.messaging.Announcement;
import org.communitysolutions.shared.messaging.Outbox;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.shared.transactions.Uuid7;
import org.hibernate.reactive.mutiny.Mutiny;

/** Begins a person's employment support. */
@ApplicationScoped
public class EnrolParticipant {

    private final Transactions transactions;
    private final Participants participants;
    private final Outbox outbox;
    private final Clock clock;

    EnrolParticipant(Transactions transactions, Participants participants, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.participants = participants;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Who begins, in which position, and on which day. */
    public record Enrolment(UUID householdId, UUID personId, Status status, LocalDate enrolledOn) {}

    /**
     * Enrols the person.
     *
     * @throws AlreadyEnrolled (through the Uni) if they are enrolled
     */
    public Uni<Participant> handle(Caller caller, Enrolment enrolment) {
        return transactions.once(caller, enrolment, Participant.class, session -> participants
                .isEnrolled(session, enrolment.personId())
                .chain(enrolled -> enrolled
                        ? Uni.createFrom().failure(new AlreadyEnrolled())
                        : enrol(session, caller, enrolment)));
    }

    private Uni<Participant> enrol(Mutiny.Session session, Caller caller, Enrolment enrolment) {
        Instant now = clock.instant();
        Participant participant = new Participant(
                Uuid7.next(),
                enrolment.householdId(),
                enrolment.personId(),
                enrolment.status(),
                enrolment.enrolledOn(),
                0);
        Announcement announcement = Announcement.about(
                participant.householdId(),
                CouncilCalendar.startOf(enrolment.enrolledOn()),
                ParticipantEnrolled.of(participant));
        return participants
                .add(session, participant, now)
                .chain(() -> outbox.append(session, caller, announcement))
                .replaceWith(participant);
    }
}
