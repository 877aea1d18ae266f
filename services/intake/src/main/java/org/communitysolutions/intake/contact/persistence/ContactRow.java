package org.communitysolutions.intake.contact.persistence;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.communitysolutions.intake.contact.Channel;
import org.communitysolutions.intake.contact.Contact;
import org.communitysolutions.intake.contact.Story;
import org.communitysolutions.intake.contact.domain.ContactState;
import org.communitysolutions.intake.contact.domain.Route;
import org.communitysolutions.intake.contact.domain.Tier;
import org.communitysolutions.intake.contact.domain.Triage;
import org.communitysolutions.intake.need.Need;
import org.communitysolutions.intake.safecontact.SafeContactColumns;

@Entity
@Table(name = "contact")
class ContactRow {

    static final String RECEIVED = "received";
    private static final String SETTLED = "settled";
    private static final String ROUTED = "routed";

    @Id
    UUID id;

    UUID householdId;
    UUID personId;

    @Enumerated(EnumType.STRING)
    Channel channel;

    String whatMatters;
    String[] presentingNeeds;

    @Embedded
    SafeContactColumns safeContact;

    Instant receivedAt;
    String receivedBy;
    String state;

    @Enumerated(EnumType.STRING)
    Tier tier;

    @Enumerated(EnumType.STRING)
    Route route;

    String[] needs;
    Instant triagedAt;
    String triagedBy;

    @Version
    long version;

    static ContactRow of(Contact contact) {
        ContactRow row = new ContactRow();
        row.id = contact.id();
        row.personId = contact.personId().orElse(null);
        row.channel = contact.story().channel();
        row.whatMatters = contact.story().whatMatters();
        row.presentingNeeds = contact.story().presentingNeeds().stream()
                .map(Need::name)
                .sorted()
                .toArray(String[]::new);
        row.safeContact = SafeContactColumns.of(contact.story().safeContact());
        row.receivedAt = contact.receivedAt();
        row.receivedBy = contact.receivedBy();
        row.set(contact);
        return row;
    }

    void set(Contact contact) {
        householdId = contact.householdId().orElse(null);
        switch (contact.state()) {
            case ContactState.Received received -> state = RECEIVED;
            case ContactState.Settled settled -> set(SETTLED, settled.triage());
            case ContactState.Routed routed -> set(ROUTED, routed.triage());
        }
    }

    private void set(String reached, Triage triage) {
        state = reached;
        tier = triage.tier();
        route = triage.route();
        needs = triage.needs().toArray(String[]::new);
        triagedAt = triage.at();
        triagedBy = triage.by();
    }

    Contact contact() {
        Set<Need> presenting =
                Arrays.stream(presentingNeeds).map(Need::valueOf).collect(Collectors.toUnmodifiableSet());
        Story story = new Story(channel, whatMatters, presenting, SafeContactColumns.contact(safeContact));
        return new Contact(
                id,
                Optional.ofNullable(householdId),
                Optional.ofNullable(personId),
                story,
                receivedAt,
                receivedBy,
                contactState());
    }

    private ContactState contactState() {
        return switch (state) {
            case RECEIVED -> new ContactState.Received();
            case SETTLED -> new ContactState.Settled(triage());
            case ROUTED -> new ContactState.Routed(triage());
            default -> throw new IllegalStateException("A contact in the state " + state);
        };
    }

    private Triage triage() {
        return new Triage(tier, route, Set.of(needs), triagedAt, triagedBy);
    }
}
