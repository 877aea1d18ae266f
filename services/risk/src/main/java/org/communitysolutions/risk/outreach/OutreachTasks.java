package org.communitysolutions.risk.outreach;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.outreach.domain.Proposal;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.rules.NameUuid;
import org.communitysolutions.risk.rules.Priority;
import org.communitysolutions.risk.rules.RaisedTask;
import org.communitysolutions.risk.rules.Rule;
import org.communitysolutions.risk.rules.WorkingDays;
import org.communitysolutions.risk.segments.UnknownHousehold;
import org.communitysolutions.risk.tasks.TaskChange;
import org.communitysolutions.shared.transactions.CouncilCalendar;

/** The tasks that an approved proposal asks for. */
@ApplicationScoped
class OutreachTasks {

    /** What stands where tasks name their rule. */
    static final String RULE = "outreach";

    private static final int VERSION = 1;

    private final WorkingDays workingDays;
    private final CouncilCalendar calendar;

    OutreachTasks(WorkingDays workingDays, CouncilCalendar calendar) {
        this.workingDays = workingDays;
        this.calendar = calendar;
    }

    /**
     * One for each household, with the same id whenever it is asked for.
     *
     * @param at event time: how far time has come
     */
    List<TaskChange.Raised> raised(Proposal.Particulars proposal, List<UnknownHousehold> households, Instant at) {
        Rule.Due due = new Rule.Due(
                proposal.work().dueDays(),
                proposal.work().working(),
                Priority.valueOf(proposal.work().priority().toUpperCase(Locale.ROOT)));
        LocalDate dueOn = due.on(calendar.today(), workingDays);
        return households.stream()
                .map(household -> new TaskChange.Raised(
                        household.household(), task(proposal, household, due.priority(), dueOn, at)))
                .toList();
    }

    private static RaisedTask task(
            Proposal.Particulars proposal, UnknownHousehold household, Priority priority, LocalDate dueOn, Instant at) {
        UUID latest = household.reasons().getLast().event();
        return new RaisedTask(
                NameUuid.of(proposal.id(), household.household().toString()),
                RULE,
                VERSION,
                proposal.restricted() ? Clearance.RESTRICTED : Clearance.STANDARD,
                proposal.work().kind(),
                proposal.work().team(),
                priority,
                dueOn,
                "Outreach \u201c%s\u201d, proposed on %s: %s"
                        .formatted(proposal.name(), CouncilCalendar.dayOf(proposal.proposedAt()), proposal.purpose()),
                household.reasons(),
                latest,
                at,
                Optional.empty(),
                false);
    }
}
