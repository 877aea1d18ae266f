package org.communitysolutions.risk.rules;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the last registration or change of details said of a household; absent while nobody has said.
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

    /** Both carry all that is known after them: what is left out is not known. */
    static final Set<String> TOLD_BY = Set.of("intake.household-registered.v1", "intake.household-details-changed.v1");

    HouseholdFacts after(PastEvent event) {
        return TOLD_BY.contains(event.type())
                ? new HouseholdFacts(
                        event.text("tenure"), event.text("ward"), event.number("adults"), event.number("children"))
                : this;
    }
}
