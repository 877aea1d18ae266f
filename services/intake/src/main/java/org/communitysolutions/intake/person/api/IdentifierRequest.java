package org.communitysolutions.intake.person.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.communitysolutions.intake.person.domain.Identifier;
import org.communitysolutions.shared.web.Problem;

/**
 * What a system calls a person.
 *
 * @param system a code such as {@code nino}, {@code nhs-number} or {@code housing-system}
 */
record IdentifierRequest(
        @NotNull @Pattern(
                regexp = "[a-z][a-z0-9]*(-[a-z0-9]+)*",
                message = "must be a code of lower-case letters, digits and hyphens")
        @Size(max = 60) String system,

        @NotNull @Size(max = 60) String value) {

    /**
     * Reads the value by the rules of its system.
     *
     * @param pointer where in the request it stands
     * @throws Problem 400 if the system has no such values
     */
    Identifier identifier(String pointer) {
        return Identifier.read(system, value)
                .orElseThrow(() -> Problem.invalid(pointer + "/value", Identifier.expected(system)));
    }
}
