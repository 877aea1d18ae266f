package org.communitysolutions.intake.household.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import org.communitysolutions.intake.household.HouseholdDetails;
import org.communitysolutions.intake.household.Tenure;

/** A household's circumstances; what is left out is not known. */
record HouseholdDetailsRequest(
        @Pattern(regexp = HouseholdPatterns.WARD, message = HouseholdPatterns.WARD_EXPECTED) String ward,

        Tenure tenure,
        @Min(0) @Max(50) Integer adults,
        @Min(0) @Max(50) Integer children) {

    HouseholdDetails details() {
        return new HouseholdDetails(
                Optional.ofNullable(ward),
                Optional.ofNullable(tenure),
                Optional.ofNullable(adults),
                Optional.ofNullable(children));
    }
}
