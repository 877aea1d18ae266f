package org.communitysolutions.casemanagement.casefile.events;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.communitysolutions.casemanagement.casefile.CaseFileEvents;
import org.communitysolutions.casemanagement.casefile.domain.CaseEvent;
import org.communitysolutions.casemanagement.casefile.domain.Heading;
import org.communitysolutions.shared.messaging.Announcement;
import org.communitysolutions.shared.messaging.Outbox;
import org.communitysolutions.shared.transactions.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

@ApplicationScoped
class CaseFileAnnouncements implements CaseFileEvents {

    private final Outbox outbox;

    CaseFileAnnouncements(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Uni<Void> announce(Mutiny.Session session, Caller caller, Instant at, CaseEvent event) {
        Announcement announcement = Announcement.about(event.heading().household(), at, wire(event));
        return outbox.append(session, caller, event.heading().restricted() ? announcement.restricted() : announcement);
    }

    private static Object wire(CaseEvent event) {
        Heading file = event.heading();
        return switch (event) {
            case CaseEvent.Opened opened -> new CaseOpened(file.household(), file.id(), file.tier(), file.team());
            case CaseEvent.LeadWorkerAssigned assigned ->
                new LeadWorkerAssigned(file.household(), file.id(), assigned.worker());
            case CaseEvent.Closed closed -> new CaseClosed(file.household(), file.id(), closed.reason());
            case CaseEvent.Reopened reopened -> new CaseReopened(file.household(), file.id());
        };
    }
}
