package org.communitysolutions.risk.links;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * To which household each household's history counts, by all that was told of merges and their reversals. It depends on
 * what was told alone, and not on the order in which it arrived.
 *
 * <p>What is told later about a household replaces what was told before. Of a circle, which the registry never makes and
 * which stands here only until a reversal that is on its way has arrived, the older pointer counts for nothing.
 */
public final class HouseholdLinks {

    public static final HouseholdLinks NONE = new HouseholdLinks(new TreeSet<>());

    private final SortedSet<HouseholdLink> told;
    private final Map<UUID, HouseholdLink> pointers = new HashMap<>();
    private final Map<UUID, Set<UUID>> merged = new HashMap<>();

    private HouseholdLinks(SortedSet<HouseholdLink> told) {
        this.told = told;
        told.forEach(this::follow);
        pointers.keySet().forEach(household -> way(household)
                .forEach(step -> merged.computeIfAbsent(step.into(), none -> new TreeSet<>())
                        .add(household)));
    }

    public static HouseholdLinks of(Collection<HouseholdLink> told) {
        return told.isEmpty() ? NONE : new HouseholdLinks(new TreeSet<>(told));
    }

    /** These and more. */
    public HouseholdLinks with(Collection<HouseholdLink> more) {
        if (told.containsAll(more)) {
            return this;
        }
        TreeSet<HouseholdLink> all = new TreeSet<>(told);
        all.addAll(more);
        return new HouseholdLinks(all);
    }

    /** What these come to if only such is told. */
    public HouseholdLinks only(Predicate<HouseholdLink> seen) {
        return told.isEmpty() ? this : of(told.stream().filter(seen).toList());
    }

    private void follow(HouseholdLink link) {
        HouseholdLink before = pointers.get(link.household());
        if (link.merges()) {
            pointers.remove(link.household());
            if (surviving(link.into()).equals(link.household())) {
                pointers.remove(link.into());
            }
            pointers.put(link.household(), link);
        } else if (before != null && before.into().equals(link.into())) {
            pointers.remove(link.household());
        }
    }

    /** Whether the household is merged into another, or another into it. */
    public boolean concern(UUID household) {
        return pointers.containsKey(household) || merged.containsKey(household);
    }

    /** What made the household part of another; empty if it is on its own. */
    public Optional<HouseholdLink> mergedBy(UUID household) {
        return Optional.ofNullable(pointers.get(household));
    }

    /** The household to which its history counts: itself if it is on its own. */
    public UUID surviving(UUID household) {
        UUID at = household;
        for (HouseholdLink next = pointers.get(at); next != null; next = pointers.get(at)) {
            at = next.into();
        }
        return at;
    }

    /** Those whose histories count to that one, by whatever way, or did so before it was merged itself. */
    public Set<UUID> mergedInto(UUID household) {
        return merged.getOrDefault(household, Set.of());
    }

    /** The steps from a household to the one that its history counts to. */
    public List<HouseholdLink> way(UUID household) {
        List<HouseholdLink> steps = new ArrayList<>();
        for (HouseholdLink step = pointers.get(household); step != null; step = pointers.get(step.into())) {
            steps.add(step);
        }
        return steps;
    }

    /** The household, with those that are merged into it. */
    public Set<UUID> withMerged(UUID household) {
        Set<UUID> all = new TreeSet<>(mergedInto(household));
        all.add(household);
        return all;
    }

    /** The household that its history counts to, with all others of which that is so. */
    public Set<UUID> together(UUID household) {
        return withMerged(surviving(household));
    }

    /** When the last step was decided on the way from one household to another. */
    Instant decidedAt(UUID from, UUID to) {
        Instant last = Instant.MIN;
        for (HouseholdLink step : way(from)) {
            last = step.occurredAt().isAfter(last) ? step.occurredAt() : last;
            if (step.into().equals(to)) {
                break;
            }
        }
        return last;
    }

    /** All households that are merged into another. */
    public Collection<HouseholdLink> standing() {
        return pointers.values();
    }

    /** All that are merged or that others are merged into. */
    public Set<UUID> all() {
        Set<UUID> all = new HashSet<>(pointers.keySet());
        all.addAll(merged.keySet());
        return all;
    }

    /** Households that count elsewhere than by those others, and those that they count to by either. */
    public Set<UUID> movedSince(HouseholdLinks before) {
        Set<UUID> moved = new TreeSet<>();
        List<UUID> both = new ArrayList<>(pointers.keySet());
        both.addAll(before.pointers.keySet());
        for (UUID household : both) {
            UUID now = surviving(household);
            UUID then = before.surviving(household);
            if (!now.equals(then)) {
                moved.addAll(List.of(household, now, then));
            }
        }
        return moved;
    }
}
