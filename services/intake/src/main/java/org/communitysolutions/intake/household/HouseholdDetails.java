package org.communitysolutions.intake.household;

import java.util.Optional;

/**
 * What a household's circumstances are; each part is absent while nobody has said.
 *
 * @param ward the code of the ward it lives in
 * @param tenure how it holds its home
 * @param adults people of 18 and over, 0 to 50
 * @param children people under 18, 0 to 50
 */
public record HouseholdDetails(
        Optional<String> ward, Optional<Tenure> tenure, Optional<Integer> adults, Optional<Integer> children) {

    /** Nothing is known yet. */
    public static final HouseholdDetails UNKNOWN =
            new HouseholdDetails(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** These, and from {@code others} only what these leave open: what somebody has said stands. */
    public HouseholdDetails orElse(HouseholdDetails others) {
        return new HouseholdDetails(
                ward.or(() -> others.ward),
                tenure.or(() -> others.tenure),
                adults.or(() -> others.adults),
                children.or(() -> others.children));
    }
}
