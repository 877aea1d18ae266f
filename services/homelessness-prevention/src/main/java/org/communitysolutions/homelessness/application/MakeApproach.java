package org.communitysolutions.homelessness.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.communitysolutions.homelessness.application.events.HomelessnessApproachMade;
import org.communitysolutions.shared.messaging.Announcement;
import org.communitysolutions.shared.messaging.Outbox;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.shared.transactions.Uuid7;
import org.hibernate.reactive.mutiny.Mutiny;

/** Records that a household asked for help, and tells of it: on the restricted topic only where the cause asks for that. */
@ApplicationScoped
public class MakeApproach {

    private final Transactions transactions;
    private final Applications applications;
    private final Outbox outbox;
    private final Clock clock;

    MakeApproach(Transactions transactions, Applications applications, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.applications = applications;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Who asked, why, and on which day. */
    public record Approach(UUID householdId, Cause cause, LocalDate approachedOn) {}

    public Uni<Application> handle(Caller caller, Approach approach) {
        return transactions.once(caller, approach, Application.class, session -> keep(session, caller, approach));
    }

    private Uni<Application> keep(Mutiny.Session session, Caller caller, Approach approach) {
        Instant now = clock.instant();
        Application application =
                new Application(Uuid7.next(), approach.householdId(), approach.cause(), approach.approachedOn(), 0);
        Announcement made =
                Announcement.about(application.householdId(), now, HomelessnessApproachMade.of(application));
        return applications
                .add(session, application, now)
                .chain(() -> outbox.append(session, caller, application.restricted() ? made.restricted() : made))
                .replaceWith(application);
    }
}
