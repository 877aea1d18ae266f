package org.communitysolutions.homelessness.duty;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.homelessness.application.Application;
import org.communitysolutions.homelessness.application.Applications;
import org.communitysolutions.homelessness.duty.domain.ApplicationDuties;
import org.communitysolutions.homelessness.duty.domain.ApplicationDuties.Wanted;
import org.communitysolutions.homelessness.duty.domain.Decision;
import org.communitysolutions.homelessness.duty.domain.DutyKind;
import org.communitysolutions.homelessness.duty.domain.DutyLaw;
import org.communitysolutions.homelessness.duty.domain.Owed;
import org.communitysolutions.homelessness.duty.domain.Threat;
import org.communitysolutions.homelessness.notice.Notice;
import org.communitysolutions.homelessness.notice.NoticeLaw;
import org.communitysolutions.homelessness.notice.Notices;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.shared.transactions.Uuid7;
import org.hibernate.reactive.mutiny.Mutiny;

/** Accepts that the council owes a household a duty, and starts its clock. */
@ApplicationScoped
public class AcceptDuty {

    private final Transactions transactions;
    private final Applications applications;
    private final Notices notices;
    private final NoticeLaw noticeLaw;
    private final Duties duties;
    private final DutyEvents events;
    private final DutyLaw law;
    private final CouncilCalendar calendar;
    private final Clock clock;

    AcceptDuty(
            Transactions transactions,
            Applications applications,
            Notices notices,
            NoticeLaw noticeLaw,
            Duties duties,
            DutyEvents events,
            DutyLaw law,
            CouncilCalendar calendar,
            Clock clock) {
        this.transactions = transactions;
        this.applications = applications;
        this.notices = notices;
        this.noticeLaw = noticeLaw;
        this.duties = duties;
        this.events = events;
        this.law = law;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * What an officer accepts.
     *
     * @param likelyHomelessOn the day by which the household is likely to be homeless; or else
     * @param noticeId the notice that is about to expire; for prevention one of the two
     */
    public record Acceptance(
            UUID applicationId,
            DutyKind kind,
            LocalDate on,
            Optional<LocalDate> likelyHomelessOn,
            Optional<UUID> noticeId) {}

    /**
     * Accepts the duty. Decisions on one application are taken one after the other.
     *
     * @throws org.communitysolutions.homelessness.application.NoSuchApplication (through the Uni) if there is none
     * @throws NoSuchNotice (through the Uni) if the notice is not this application's or at least this household's
     * @throws DutyRefused (through the Uni) if it is not owed or not in its turn
     */
    public Uni<Owed> handle(Caller caller, Acceptance acceptance) {
        return transactions.once(caller, acceptance, Owed.class, session -> applications
                .hold(session, acceptance.applicationId())
                .chain(application -> threat(session, application, acceptance)
                        .chain(threat -> duties.ofApplication(session, application.id())
                                .map(earlier -> decide(application, earlier, acceptance, threat)))
                        .call(taken -> duties.add(session, taken.state(), clock.instant()))
                        .call(taken -> events.tell(session, caller, taken.event()))
                        .map(Decision.Taken::state)));
    }

    private Decision.Taken<Owed> decide(
            Application application, List<KeptDuty> earlier, Acceptance acceptance, Optional<Threat> threat) {
        ApplicationDuties accepted = new ApplicationDuties(
                application.id(),
                application.householdId(),
                application.approachedOn(),
                application.restricted(),
                earlier.stream().map(KeptDuty::state).toList());
        Wanted wanted = new Wanted(Uuid7.next(), acceptance.kind(), acceptance.on(), threat);
        return DutyRefused.unlessTaken(accepted.accept(wanted, law, calendar.today()));
    }

    private Uni<Optional<Threat>> threat(Mutiny.Session session, Application application, Acceptance acceptance) {
        if (acceptance.noticeId().isEmpty()) {
            return Uni.createFrom().item(acceptance.likelyHomelessOn().map(Threat.LikelyHomeless::new));
        }
        return notices.find(session, acceptance.noticeId().get())
                .map(found -> found.filter(notice -> belongs(notice, application))
                        .map(this::threat)
                        .or(() -> {
                            throw new NoSuchNotice();
                        }));
    }

    private Threat threat(Notice notice) {
        return new Threat.NoticeExpires(notice.id(), noticeLaw.threatens(notice), notice.expiresOn());
    }

    /** A notice without an application serves any of its household's; one with an application serves that alone. */
    private static boolean belongs(Notice notice, Application application) {
        return notice.applicationId().map(application.id()::equals).orElseGet(() -> notice.householdId()
                .equals(application.householdId()));
    }
}
