package org.communitysolutions.intake.contact;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.communitysolutions.intake.Refusal;
import org.communitysolutions.intake.contact.domain.ContactState;
import org.communitysolutions.intake.contact.domain.Route;
import org.communitysolutions.intake.contact.domain.Tier;
import org.communitysolutions.intake.contact.domain.Triage;
import org.communitysolutions.intake.household.KnownHouseholds;
import org.communitysolutions.intake.need.IdentifyNeed;
import org.communitysolutions.shared.messaging.EnumCodes;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;

/** Settles a contact at the front door or sends it to the right team, with the needs that were found. */
@ApplicationScoped
public class TriageContact {

    private final Transactions transactions;
    private final Contacts contacts;
    private final ContactEvents events;
    private final KnownHouseholds households;
    private final IdentifyNeed needs;
    private final Clock clock;
    private final MeterRegistry meters;

    TriageContact(
            Transactions transactions,
            Contacts contacts,
            ContactEvents events,
            KnownHouseholds households,
            IdentifyNeed needs,
            Clock clock,
            MeterRegistry meters) {
        this.transactions = transactions;
        this.contacts = contacts;
        this.events = events;
        this.households = households;
        this.needs = needs;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * What was decided.
     *
     * @param householdId whom the contact is about, if that was not known before
     */
    public record Decision(
            UUID contactId, Optional<UUID> householdId, Tier tier, Route route, List<IdentifyNeed.Finding> findings) {}

    /** What came of it. */
    public record Outcome(UUID contactId, Triage triage) {}

    /**
     * Triages the contact. The needs become needs of the household, if one is known.
     *
     * @throws Refusal (through the Uni) if there is no such contact, it was triaged before or it is about another
     *     household
     */
    public Uni<Outcome> handle(Caller caller, Decision decision) {
        return transactions.once(caller, decision, Outcome.class, session -> contacts.findForUpdate(
                        session, decision.contactId())
                .map(found -> found.orElseThrow(() -> Refusal.absent("contact")))
                .call(() -> households.require(session, decision.householdId().orElse(null)))
                .chain(contact -> triage(session, caller, contact, decision)));
    }

    private Uni<Outcome> triage(Mutiny.Session session, Caller caller, Contact contact, Decision decision) {
        Triage triage = new Triage(
                decision.tier(),
                decision.route(),
                decision.findings().stream()
                        .map(finding -> EnumCodes.of(finding.need()))
                        .collect(Collectors.toSet()),
                clock.instant(),
                caller.subject());
        Contact triaged = triaged(contact, decision, triage);
        return contacts.update(session, triaged)
                .chain(() -> events.triaged(session, caller, triaged))
                .chain(() -> identify(session, caller, triaged, decision))
                .invoke(() -> count(decision))
                .replaceWith(new Outcome(contact.id(), triage));
    }

    private static Contact triaged(Contact contact, Decision decision, Triage triage) {
        return switch (contact.state()) {
            case ContactState.Received received ->
                located(contact, decision.householdId()).in(received.triage(triage));
            case ContactState.Triaged done ->
                throw Refusal.conflict(
                        "triaged-already",
                        "The contact is triaged already",
                        "It was triaged at %s.".formatted(done.triage().at()));
        };
    }

    private static Contact located(Contact contact, Optional<UUID> household) {
        if (household.isEmpty()) {
            return contact;
        }
        if (contact.householdId().isPresent() && !contact.householdId().equals(household)) {
            throw Refusal.impossible(
                    "another-household",
                    "The contact is about another household",
                    "It was taken in as a contact of another household.");
        }
        return contact.about(household.get());
    }

    private Uni<Void> identify(Mutiny.Session session, Caller caller, Contact contact, Decision decision) {
        return contact.householdId().isEmpty()
                ? Uni.createFrom().voidItem()
                : needs.identifyAll(session, caller, contact.householdId().get(), decision.findings());
    }

    private void count(Decision decision) {
        meters.counter(
                        "intake.contacts.triaged",
                        "tier",
                        EnumCodes.of(decision.tier()),
                        "route",
                        EnumCodes.of(decision.route()))
                .increment();
    }
}
