package org.communitysolutions.risk.segments;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.communitysolutions.risk.rules.Band;
import org.communitysolutions.risk.rules.Trend;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A condition on a household as it is asked and kept: exactly one of its fields is given. What is not known of a household
 * does not hold.
 *
 * @param all each of these holds
 * @param any at least one of these holds
 * @param not this does not hold
 * @param factor the household has this factor
 * @param bandAtLeast its score is in this band or a graver one
 * @param scoreAtLeast 0 to 1,000
 * @param wardIn it lives in one of these wards
 * @param tenureIn how it holds its home
 * @param children how many people under 18 it has
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Exactly one of the fields is given. What is not known of a household does not hold.")
public record Clause(
        List<Clause> all,
        List<Clause> any,
        Clause not,
        OfFactor factor,
        Band bandAtLeast,
        Integer scoreAtLeast,
        List<String> wardIn,
        List<Tenure> tenureIn,
        OfChildren children) {

    /**
     * A factor that the household has.
     *
     * @param code as the live edition names it
     * @param levelAtLeast pence, of all accounts together
     * @param trend which way the level went last
     * @param sinceDays for at least so many days
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OfFactor(String code, Long levelAtLeast, Trend trend, Integer sinceDays) {}

    /** A number of children; at least one of the bounds is given. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OfChildren(Integer atLeast, Integer atMost) {}
}
