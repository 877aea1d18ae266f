package org.communitysolutions.volunteering.clearance.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.communitysolutions.volunteering.clearance.DefineRole;
import org.communitysolutions.volunteering.clearance.domain.CheckLevel;
import org.communitysolutions.volunteering.clearance.domain.Workforce;

/**
 * What volunteers can do, and which check may be asked of them for it.
 *
 * @param eligibleFor the most that may be asked for
 * @param required the least that a match needs
 * @param workforce whom the role works with; there unless it is eligible for a basic check only
 */
record NewRole(
        @NotNull @Size(max = 60) @Pattern(regexp = CODE, message = "must be lower-case words joined by hyphens") String code,

        @NotNull CheckLevel eligibleFor,
        @NotNull CheckLevel required,
        Workforce workforce) {

    static final String CODE = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    DefineRole.Definition definition() {
        return new DefineRole.Definition(code, eligibleFor, required, Optional.ofNullable(workforce));
    }
}
