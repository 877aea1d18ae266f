package org.communitysolutions.risk.rules;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Who lives in a household, told from the list of all events so far. Slow and plain: see {@link ReferenceEvaluator}. */
record ReferenceFacts(List<PastEvent> soFar) {

    HouseholdFacts facts() {
        HouseholdFacts facts = HouseholdFacts.UNKNOWN;
        for (PastEvent event : soFar) {
            if (event.type().equals("intake.household-registered.v1")
                    || event.type().equals("intake.household-details-changed.v1")) {
                facts = new HouseholdFacts(
                        event.text("tenure"), event.text("ward"), event.number("adults"), event.number("children"));
            } else if (event.type().startsWith("intake.person-")) {
                facts = new HouseholdFacts(
                        facts.tenure(),
                        facts.ward(),
                        moved(event, facts.adults(), false),
                        moved(event, facts.children(), true));
            }
        }
        return facts;
    }

    /** How many adults, or children, there are after somebody joined or left, by what was told of that person before. */
    private OptionalLong moved(PastEvent event, OptionalLong number, boolean child) {
        List<PastEvent> ofPerson = soFar.stream()
                .filter(other -> other.type().startsWith("intake.person-")
                        && event.text("personId").isPresent()
                        && other.text("personId").equals(event.text("personId"))
                        && other.compareTo(event) < 0)
                .toList();
        Optional<PastEvent> joined = Optional.empty();
        for (PastEvent other : ofPerson) {
            boolean in = other.type().startsWith("intake.person-joined");
            joined = !in ? Optional.empty() : joined.isPresent() ? joined : Optional.of(other);
        }
        boolean joins = event.type().startsWith("intake.person-joined");
        Optional<PastEvent> first = joined.isEmpty() ? Optional.of(event) : Optional.empty();
        Optional<PastEvent> counts = joins ? first : joined;
        if (event.text("personId").isEmpty()
                || counts.isEmpty()
                || child != counts.get().text("role").equals(Optional.of("child"))) {
            return number;
        }
        long before = number.orElse(0);
        return joins
                ? OptionalLong.of(before + 1)
                : number.isEmpty() ? number : OptionalLong.of(Math.max(0, before - 1));
    }
}
