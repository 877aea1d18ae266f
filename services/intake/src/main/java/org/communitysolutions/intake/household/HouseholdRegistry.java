package org.communitysolutions.intake.household;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.communitysolutions.intake.household.events.HouseholdDetailsChanged;
import org.communitysolutions.intake.household.events.HouseholdRegistered;
import org.communitysolutions.intake.household.persistence.HouseholdRows;
import org.communitysolutions.shared.messaging.Announcement;
import org.communitysolutions.shared.messaging.Outbox;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Uuid7;
import org.hibernate.reactive.mutiny.Mutiny;

/** What registrations do to the registry, within the transaction of whoever registers. */
@ApplicationScoped
class HouseholdRegistry {

    /** How often a transaction is tried again because somebody changed one of its households at the same moment. */
    static final int RETRIES = 5;

    private final HouseholdRows households;
    private final Outbox outbox;
    private final Clock clock;

    HouseholdRegistry(HouseholdRows households, Outbox outbox, Clock clock) {
        this.households = households;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Finds or registers, with a fixed number of statements however many there are. The homes stay locked until the
     * transaction ends, so that of two registrations at once the second finds what the first put there.
     *
     * @return the answers in the order of the registrations
     * @throws jakarta.persistence.OptimisticLockException (through the Uni) if someone changes one of the households at
     *     the same moment: try again
     */
    Uni<List<Registered>> register(Mutiny.Session session, Caller caller, List<Registration> registrations) {
        Collection<String> homes =
                registrations.stream().map(Registration::uprn).collect(Collectors.toCollection(TreeSet::new));
        return households
                .lockHomes(session, homes)
                .chain(() -> households.at(session, homes))
                .map(known -> new Stays(known, Uuid7::next).register(registrations))
                .call(outcome -> keep(session, caller, outcome))
                .chain(outcome -> follow(session, outcome.answers()));
    }

    /** Whoever names a record that was merged is told of the one that it was merged into. */
    private Uni<List<Registered>> follow(Mutiny.Session session, List<Registered> answers) {
        Set<UUID> merged = answers.stream()
                .map(Registered::household)
                .filter(household -> household.mergedInto().isPresent())
                .map(Household::id)
                .collect(Collectors.toSet());
        return merged.isEmpty()
                ? Uni.createFrom().item(answers)
                : households.surviving(session, merged).map(surviving -> answers.stream()
                        .map(answer -> new Registered(
                                surviving.getOrDefault(answer.household().id(), answer.household()), answer.isNew()))
                        .toList());
    }

    private Uni<Void> keep(Mutiny.Session session, Caller caller, Stays.Outcome outcome) {
        Instant now = clock.instant();
        return households
                .changeAll(
                        session,
                        outcome.changed().stream().map(Stays.Change::after).toList())
                .chain(() -> households.addAll(session, outcome.added(), now))
                .chain(() -> outbox.append(session, caller, announcements(outcome, now)));
    }

    private static List<Announcement> announcements(Stays.Outcome outcome, Instant now) {
        List<Announcement> announcements = new ArrayList<>();
        for (Household added : outcome.added()) {
            announcements.add(Announcement.about(added.id(), now, HouseholdRegistered.of(added, now)));
        }
        outcome.changed().stream()
                .filter(Stays.Change::toldMore)
                .map(Stays.Change::after)
                .forEach(changed -> announcements.add(Announcement.about(
                        changed.id(), now, HouseholdDetailsChanged.of(changed.id(), changed.details()))));
        return announcements;
    }
}
