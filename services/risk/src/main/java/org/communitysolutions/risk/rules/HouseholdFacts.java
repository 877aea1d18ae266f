package org.communitysolutions.risk.rules;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the last registration or change of details said of a household, and who has joined or left it since; absent while
 * nobody has said.
 *
 * @param tenure how it holds its home: {@code private-rent}
 * @param ward the code of its ward
 * @param adults people of 18 and over
 * @param children people under 18
 */
public record HouseholdFacts(
        Optional<String> tenure, Optional<String> ward, OptionalLong adults, OptionalLong children) {

    public static final HouseholdFacts UNKNOWN =
            new HouseholdFacts(Optional.empty(), Optional.empty(), OptionalLong.empty(), OptionalLong.empty());

    private static final String JOINED = "intake.person-joined-household.v1";
    private static final String LEFT = "intake.person-left-household.v1";

    /** What says how a household is, and not what happened to it. */
    static final Set<String> TOLD_BY =
            Set.of("intake.household-registered.v1", "intake.household-details-changed.v1", JOINED, LEFT);

    /** Whether the event says what a household is, and not what happened to it. */
    public static boolean isToldBy(PastEvent event) {
        return TOLD_BY.contains(event.type());
    }

    /**
     * What is known after the event. A registration and a change of details carry all that is known after them: what they
     * leave out is not known.
     *
     * @param members whether each person who is known to have joined is a child; kept here
     */
    HouseholdFacts after(PastEvent event, Map<String, Boolean> members) {
        return switch (event.type()) {
            case JOINED -> joined(event, members);
            case LEFT -> left(event, members);
            default ->
                new HouseholdFacts(
                        event.text("tenure"), event.text("ward"), event.number("adults"), event.number("children"));
        };
    }

    private HouseholdFacts joined(PastEvent event, Map<String, Boolean> members) {
        Optional<String> person = event.text("personId");
        boolean child = event.text("role").filter("child"::equals).isPresent();
        return person.isPresent() && members.putIfAbsent(person.get(), child) == null ? with(child, 1) : this;
    }

    /** Whoever was never told to have joined may be anyone. */
    private HouseholdFacts left(PastEvent event, Map<String, Boolean> members) {
        Boolean child = event.text("personId").map(members::remove).orElse(null);
        return child == null ? this : with(child, -1);
    }

    private HouseholdFacts with(boolean child, int more) {
        return child
                ? new HouseholdFacts(tenure, ward, adults, changed(children, more))
                : new HouseholdFacts(tenure, ward, changed(adults, more), children);
    }

    private static OptionalLong changed(OptionalLong number, int more) {
        return number.isEmpty() && more < 0 ? number : OptionalLong.of(Math.max(0, number.orElse(0) + more));
    }
}
