package org.communitysolutions.volunteering.match.events;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.communitysolutions.shared.messaging.Announcement;
import org.communitysolutions.shared.messaging.EnumCodes;
import org.communitysolutions.shared.messaging.Outbox;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.volunteering.match.MatchEvents;
import org.communitysolutions.volunteering.match.domain.MatchEvent;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes what happened to matches into the outbox, and counts it for the operator. */
@ApplicationScoped
class MatchAnnouncements implements MatchEvents {

    private final Outbox outbox;
    private final Clock clock;
    private final MeterRegistry meters;

    MatchAnnouncements(Outbox outbox, Clock clock, MeterRegistry meters) {
        this.outbox = outbox;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public Uni<Void> tell(Mutiny.Session session, Caller caller, MatchEvent event) {
        return outbox.append(
                        session, caller, Announcement.about(event.match().householdId(), clock.instant(), data(event)))
                .invoke(() -> count(event));
    }

    private static Object data(MatchEvent event) {
        return switch (event) {
            case MatchEvent.Made made -> VolunteerMatched.of(made.match());
            case MatchEvent.Ended ended -> MatchEnded.of(ended);
        };
    }

    private void count(MatchEvent event) {
        switch (event) {
            case MatchEvent.Made made ->
                meters.counter("volunteer-coordination.matches.made").increment();
            case MatchEvent.Ended ended ->
                meters.counter("volunteer-coordination.matches.ended", "reason", EnumCodes.of(ended.reason()))
                        .increment();
        }
    }
}
