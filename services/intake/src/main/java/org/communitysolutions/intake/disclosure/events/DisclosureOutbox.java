package org.communitysolutions.intake.disclosure.events;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.communitysolutions.intake.disclosure.Disclosure;
import org.communitysolutions.intake.disclosure.DisclosureEvents;
import org.communitysolutions.intake.disclosure.domain.DashScore;
import org.communitysolutions.shared.messaging.Announcement;
import org.communitysolutions.shared.messaging.Outbox;
import org.communitysolutions.shared.transactions.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

/** Appends disclosures to the outbox, for the restricted topic. */
@ApplicationScoped
class DisclosureOutbox implements DisclosureEvents {

    private final Outbox outbox;

    DisclosureOutbox(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Uni<Void> disclosed(Mutiny.Session session, Caller caller, Disclosure disclosure) {
        DomesticAbuseDisclosed event = new DomesticAbuseDisclosed(
                disclosure.householdId(),
                disclosure.id(),
                disclosure.personId(),
                disclosure.assessment().score().map(DashScore::ticks),
                disclosure.highRisk(),
                disclosure.childrenInHousehold());
        return outbox.append(
                session, caller, Announcement.about(disclosure.householdId(), disclosure.recordedAt(), event));
    }
}
