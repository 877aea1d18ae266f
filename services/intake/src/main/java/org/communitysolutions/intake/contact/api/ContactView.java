package org.communitysolutions.intake.contact.api;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.communitysolutions.intake.contact.Channel;
import org.communitysolutions.intake.contact.Contact;
import org.communitysolutions.intake.contact.domain.ContactState;
import org.communitysolutions.intake.contact.domain.Route;
import org.communitysolutions.intake.contact.domain.Tier;
import org.communitysolutions.intake.contact.domain.Triage;
import org.communitysolutions.intake.need.Need;
import org.communitysolutions.intake.safecontact.SafeContact;

/** A contact as the front line sees it: how to reach the person safely comes first. */
record ContactView(
        UUID id,
        Optional<SafeContact> safeContact,
        Optional<UUID> householdId,
        Optional<UUID> personId,
        Channel channel,
        String whatMatters,
        Set<Need> presentingNeeds,
        Instant receivedAt,
        State state,
        Optional<TriageView> triage) {

    /** How far it has come. */
    enum State {
        RECEIVED,
        SETTLED,
        ROUTED
    }

    /** What was decided. */
    record TriageView(Tier tier, Route route, Set<String> needs, Instant at) {
        static TriageView of(Triage triage) {
            return new TriageView(triage.tier(), triage.route(), triage.needs(), triage.at());
        }
    }

    /** A contact in the list of those that wait: enough to choose, and nothing of what was said. */
    record Waiting(UUID id, Channel channel, Set<Need> presentingNeeds, Instant receivedAt) {
        static Waiting of(Contact contact) {
            return new Waiting(
                    contact.id(),
                    contact.story().channel(),
                    new TreeSet<>(contact.story().presentingNeeds()),
                    contact.receivedAt());
        }
    }

    static ContactView of(Contact contact) {
        return switch (contact.state()) {
            case ContactState.Received received -> of(contact, State.RECEIVED, Optional.empty());
            case ContactState.Settled settled -> of(contact, State.SETTLED, Optional.of(settled.triage()));
            case ContactState.Routed routed -> of(contact, State.ROUTED, Optional.of(routed.triage()));
        };
    }

    private static ContactView of(Contact contact, State state, Optional<Triage> triage) {
        return new ContactView(
                contact.id(),
                contact.story().safeContact(),
                contact.householdId(),
                contact.personId(),
                contact.story().channel(),
                contact.story().whatMatters(),
                new TreeSet<>(contact.story().presentingNeeds()),
                contact.receivedAt(),
                state,
                triage.map(TriageView::of));
    }
}
