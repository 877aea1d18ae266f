package org.communitysolutions.homelessness.duty.events;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.communitysolutions.homelessness.duty.DutyEvents;
import org.communitysolutions.homelessness.duty.domain.DutyEvent;
import org.communitysolutions.shared.messaging.Announcement;
import org.communitysolutions.shared.messaging.EnumCodes;
import org.communitysolutions.shared.messaging.Outbox;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes what happened to duties into the outbox, and counts it for the operator. */
@ApplicationScoped
class DutyAnnouncements implements DutyEvents {

    private final Outbox outbox;
    private final Clock clock;
    private final MeterRegistry meters;

    DutyAnnouncements(Outbox outbox, Clock clock, MeterRegistry meters) {
        this.outbox = outbox;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public Uni<Void> tell(Mutiny.Session session, Caller caller, DutyEvent event) {
        Announcement announcement = Announcement.about(event.duty().householdId(), happened(event), data(event));
        return outbox.append(session, caller, event.duty().restricted() ? announcement.restricted() : announcement)
                .invoke(() -> count(event));
    }

    private Instant happened(DutyEvent event) {
        return switch (event) {
            case DutyEvent.Accepted accepted ->
                CouncilCalendar.startOf(accepted.duty().acceptedOn());
            case DutyEvent.Ended ended -> clock.instant();
        };
    }

    private static Object data(DutyEvent event) {
        return switch (event) {
            case DutyEvent.Accepted accepted -> DutyAccepted.of(accepted);
            case DutyEvent.Ended ended -> DutyEnded.of(ended);
        };
    }

    private void count(DutyEvent event) {
        String duty = EnumCodes.of(event.duty().kind());
        switch (event) {
            case DutyEvent.Accepted accepted ->
                meters.counter("homelessness-prevention.duties.accepted", "duty", duty)
                        .increment();
            case DutyEvent.Ended ended ->
                meters.counter(
                                "homelessness-prevention.duties.ended",
                                "duty",
                                duty,
                                "reason",
                                EnumCodes.of(ended.reason()))
                        .increment();
        }
    }
}
