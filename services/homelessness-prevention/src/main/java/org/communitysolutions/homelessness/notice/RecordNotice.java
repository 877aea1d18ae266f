package org.communitysolutions.homelessness.notice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.homelessness.application.Application;
import org.communitysolutions.homelessness.application.Applications;
import org.communitysolutions.homelessness.application.NoSuchApplication;
import org.communitysolutions.homelessness.notice.events.NoticeServed;
import org.communitysolutions.shared.messaging.Announcement;
import org.communitysolutions.shared.messaging.Outbox;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.shared.transactions.Uuid7;
import org.hibernate.reactive.mutiny.Mutiny;

/** Records that a household was served a notice, and tells of it. It is as restricted as its application. */
@ApplicationScoped
public class RecordNotice {

    private final Transactions transactions;
    private final Applications applications;
    private final Notices notices;
    private final Outbox outbox;
    private final Clock clock;

    RecordNotice(Transactions transactions, Applications applications, Notices notices, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.applications = applications;
        this.notices = notices;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What was served. */
    public record Served(
            UUID householdId,
            Optional<UUID> applicationId,
            NoticeKind kind,
            boolean valid,
            LocalDate servedOn,
            LocalDate expiresOn) {}

    /**
     * Keeps the notice.
     *
     * @throws NoSuchApplication (through the Uni) if the household has no such application
     */
    public Uni<Notice> handle(Caller caller, Served served) {
        return transactions.once(caller, served, Notice.class, session -> restriction(session, served)
                .chain(restricted -> keep(session, caller, served, restricted)));
    }

    private Uni<Boolean> restriction(Mutiny.Session session, Served served) {
        if (served.applicationId().isEmpty()) {
            return Uni.createFrom().item(false);
        }
        return applications.find(session, served.applicationId().get()).map(found -> found.filter(
                        application -> application.householdId().equals(served.householdId()))
                .map(Application::restricted)
                .orElseThrow(NoSuchApplication::new));
    }

    private Uni<Notice> keep(Mutiny.Session session, Caller caller, Served served, boolean restricted) {
        Instant now = clock.instant();
        Notice notice = new Notice(
                Uuid7.next(),
                served.householdId(),
                served.applicationId(),
                served.kind(),
                served.valid(),
                served.servedOn(),
                served.expiresOn(),
                restricted,
                0);
        Announcement announcement = Announcement.about(
                notice.householdId(), CouncilCalendar.startOf(notice.servedOn()), NoticeServed.of(notice));
        return notices.add(session, notice, now)
                .chain(() -> outbox.append(session, caller, restricted ? announcement.restricted() : announcement))
                .replaceWith(notice);
    }
}
