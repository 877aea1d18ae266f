package org.communitysolutions.intake.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Who lives where and when, at the homes that some registrations name; decides which household each of them means. At one
 * home one household follows another: no two stays share a day.
 *
 * <p>A day within a stay means that household. A day before the first known day of the next household, on which nobody
 * else is known to live there, means that household too: it was there earlier than anyone had said. Any other day means a
 * household that is new. A record that is merged into another is meant as before, and left as it is.
 */
final class Stays {

    private final Map<String, NavigableMap<LocalDate, UUID>> byHome = new LinkedHashMap<>();
    private final Map<UUID, Household> known = new LinkedHashMap<>();
    private final Map<UUID, Household> before = new LinkedHashMap<>();
    private final Supplier<UUID> ids;

    private record Answer(UUID household, boolean isNew) {}

    /** A household before and after. */
    record Change(Household before, Household after) {
        boolean toldMore() {
            return !before.details().equals(after.details());
        }
    }

    /**
     * What the registrations come to.
     *
     * @param answers one for each registration, in its order
     */
    record Outcome(List<Registered> answers, List<Household> added, List<Change> changed) {}

    Stays(Collection<Household> households, Supplier<UUID> ids) {
        this.ids = ids;
        for (Household household : households) {
            before.put(household.id(), household);
            put(household);
        }
    }

    Outcome register(List<Registration> registrations) {
        List<Answer> answers = registrations.stream().map(this::register).toList();
        List<Household> added = new ArrayList<>();
        List<Change> changed = new ArrayList<>();
        for (Household household : known.values()) {
            Household was = before.get(household.id());
            if (was == null) {
                added.add(household);
            } else if (!was.equals(household)) {
                changed.add(new Change(was, household.next()));
            }
        }
        changed.forEach(change -> known.put(change.after().id(), change.after()));
        return new Outcome(
                answers.stream()
                        .map(answer -> new Registered(known.get(answer.household()), answer.isNew()))
                        .toList(),
                added,
                changed);
    }

    private Answer register(Registration registration) {
        Optional<Household> meant = meant(registration);
        if (meant.isEmpty()) {
            UUID id = ids.get();
            put(new Household(
                    id,
                    registration.uprn(),
                    registration.on(),
                    Optional.empty(),
                    registration.details(),
                    Optional.empty(),
                    0));
            return new Answer(id, true);
        }
        Household household = meant.get();
        if (household.mergedInto().isPresent()) {
            return new Answer(household.id(), false);
        }
        if (registration.on().isBefore(household.occupiedFrom())) {
            home(household.uprn()).remove(household.occupiedFrom());
            household = household.since(registration.on());
        }
        put(household.with(household.details().orElse(registration.details())));
        return new Answer(household.id(), false);
    }

    private Optional<Household> meant(Registration registration) {
        NavigableMap<LocalDate, UUID> home = home(registration.uprn());
        return Optional.ofNullable(home.floorEntry(registration.on()))
                .map(entry -> known.get(entry.getValue()))
                .filter(household -> household.livesThereOn(registration.on()))
                .or(() -> Optional.ofNullable(home.higherEntry(registration.on()))
                        .map(entry -> known.get(entry.getValue())));
    }

    private void put(Household household) {
        known.put(household.id(), household);
        home(household.uprn()).put(household.occupiedFrom(), household.id());
    }

    private NavigableMap<LocalDate, UUID> home(String uprn) {
        return byHome.computeIfAbsent(uprn, home -> new TreeMap<>());
    }
}
