package org.communitysolutions.volunteering.hours;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.shared.messaging.Announcement;
import org.communitysolutions.shared.messaging.Outbox;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.shared.transactions.Uuid7;
import org.communitysolutions.volunteering.hours.domain.Hours;
import org.communitysolutions.volunteering.hours.domain.Logged;
import org.communitysolutions.volunteering.hours.domain.Refusal;
import org.communitysolutions.volunteering.hours.events.HoursLogged;
import org.communitysolutions.volunteering.match.Matches;
import org.communitysolutions.volunteering.volunteer.Volunteers;
import org.hibernate.reactive.mutiny.Mutiny;

/** Logs time that a volunteer gave, in a match or otherwise, and tells of it. */
@ApplicationScoped
public class LogHours {

    private final Transactions transactions;
    private final Volunteers volunteers;
    private final Matches matches;
    private final LoggedHours logged;
    private final Outbox outbox;
    private final CouncilCalendar calendar;
    private final Clock clock;
    private final MeterRegistry meters;

    LogHours(
            Transactions transactions,
            Volunteers volunteers,
            Matches matches,
            LoggedHours logged,
            Outbox outbox,
            CouncilCalendar calendar,
            Clock clock,
            MeterRegistry meters) {
        this.transactions = transactions;
        this.volunteers = volunteers;
        this.matches = matches;
        this.logged = logged;
        this.outbox = outbox;
        this.calendar = calendar;
        this.clock = clock;
        this.meters = meters;
    }

    /** Who gave how many minutes for what, and when; {@link Hours} says what each may be. */
    public record Log(UUID volunteerId, Optional<UUID> matchId, String activity, LocalDate on, int minutes) {}

    /**
     * Logs the time. What one volunteer gave is logged one after the other.
     *
     * @throws org.communitysolutions.volunteering.volunteer.NoSuchVolunteer (through the Uni) if there is none
     * @throws HoursRefused (through the Uni) if they cannot have given it so
     */
    public Uni<Logged> handle(Caller caller, Log log) {
        return transactions.once(caller, log, Logged.class, session -> volunteers
                .hold(session, log.volunteerId())
                .chain(() -> checkMatch(session, log))
                .chain(() -> logged.day(session, log.volunteerId(), log.on()))
                .map(day -> HoursRefused.unlessTaken(day.log(hours(caller, log), calendar.today())))
                .call(taken -> keep(session, caller, taken)));
    }

    private Uni<Void> checkMatch(Mutiny.Session session, Log log) {
        if (log.matchId().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return matches.find(session, log.matchId().get())
                .invoke(found -> {
                    if (found.filter(match -> match.covers(log.volunteerId(), log.on()))
                            .isEmpty()) {
                        throw new HoursRefused(Refusal.NOT_IN_THIS_MATCH);
                    }
                })
                .replaceWithVoid();
    }

    private static Hours hours(Caller caller, Log log) {
        return new Hours(
                Uuid7.next(),
                log.volunteerId(),
                log.matchId(),
                log.activity(),
                log.on(),
                log.minutes(),
                caller.subject());
    }

    private Uni<Void> keep(Mutiny.Session session, Caller caller, Logged taken) {
        Instant now = clock.instant();
        return logged.add(session, taken, now)
                .chain(() -> outbox.append(
                        session,
                        caller,
                        Announcement.ofAggregate(taken.hours().volunteerId(), now, HoursLogged.of(taken.hours()))))
                .invoke(() -> meters.counter("volunteer-coordination.minutes.logged")
                        .increment(taken.hours().minutes()));
    }
}
