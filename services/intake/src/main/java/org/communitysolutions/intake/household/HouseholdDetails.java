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
        Optional<String> ward, Optional<Tenure> tenure, Optional<Integer> adults, Optional<Integer> children) {}
