package org.communitysolutions.risk.outreach.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import org.communitysolutions.risk.outreach.ProposeOutreach;
import org.communitysolutions.risk.outreach.domain.Proposal;
import org.communitysolutions.risk.rules.Priority;
import org.communitysolutions.risk.segments.Clause;
import org.communitysolutions.shared.messaging.EnumCodes;
import org.communitysolutions.shared.web.PlainText;

/**
 * A proposal to make.
 *
 * @param where which households; each must have a factor to be found by
 * @param purpose what it is for; the teams read it with each task
 * @param lawfulBasis what allows it
 * @param taskKind what is to be done, a code such as call-household
 * @param mostHouseholds how many at most; as many as are allowed if it is left out
 */
record NewProposal(
        @NotNull @PlainText(max = 120) String name,
        @NotNull Clause where,
        @NotNull @PlainText(max = 500) String purpose,
        @NotNull @PlainText(max = 500) String lawfulBasis,

        @NotNull @Pattern(regexp = "[a-z][a-z0-9]*(-[a-z0-9]+)*", message = "must be lower-case words joined by hyphens")
        String taskKind,

        @NotNull String team,
        @NotNull Priority priority,
        @NotNull @Valid Due due,
        @Min(1) Integer mostHouseholds) {

    /**
     * How soon.
     *
     * @param days after the day of the approval, 1 to 90
     * @param working whether working days are counted, or else all days
     */
    record Due(@Min(1) @Max(90) int days, boolean working) {}

    ProposeOutreach.Proposing proposing() {
        return new ProposeOutreach.Proposing(
                name,
                where,
                purpose,
                lawfulBasis,
                new Proposal.Work(taskKind, team, EnumCodes.of(priority), due.days(), due.working()),
                Optional.ofNullable(mostHouseholds));
    }
}
