package org.communitysolutions.intake.household.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.Optional;
import org.communitysolutions.intake.household.SearchHouseholds;
import org.communitysolutions.shared.web.PlausibleDate;

/**
 * Which home, and when.
 *
 * @param uprn 1 to 12 digits
 * @param on the day; without it, all who live or have lived there
 */
record HouseholdSearch(
        @NotNull @Pattern(regexp = HouseholdPatterns.UPRN, message = HouseholdPatterns.UPRN_EXPECTED) String uprn,

        @PlausibleDate LocalDate on) {

    SearchHouseholds.Search search() {
        return new SearchHouseholds.Search(uprn, Optional.ofNullable(on));
    }
}
