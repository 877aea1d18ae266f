package org.communitysolutions.volunteering.match.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A volunteer who may be matched.
 *
 * @param ownHousehold theirs, if it is one that the council knows
 * @param clearance what their checks let them do in the role, on the day
 * @param matches those that go on
 */
public record Candidate(UUID volunteerId, Optional<UUID> ownHousehold, Clearance clearance, List<Active> matches) {

    /** Whether a volunteer's checks let them take up a role. */
    public enum Clearance {
        NONE,
        NOT_FITTING,
        FITTING
    }

    public Candidate {
        matches = List.copyOf(matches);
    }

    /**
     * Matches the volunteer with a household.
     *
     * @param id the match's
     * @param since its first day, today or earlier
     */
    public Decision<Active> match(UUID id, UUID household, String role, LocalDate since, LocalDate today) {
        if (since.isAfter(today)) {
            return Decision.refused(Refusal.IN_THE_FUTURE);
        }
        if (ownHousehold.filter(household::equals).isPresent()) {
            return Decision.refused(Refusal.OWN_HOUSEHOLD);
        }
        if (matches.stream().map(Active::match).anyMatch(match -> isSame(match, household, role))) {
            return Decision.refused(Refusal.ALREADY_MATCHED);
        }
        return switch (clearance) {
            case NONE -> Decision.refused(Refusal.NOT_CLEARED);
            case NOT_FITTING -> Decision.refused(Refusal.NO_FITTING_CHECK);
            case FITTING -> {
                Match match = new Match(id, volunteerId, household, role, since);
                yield Decision.taken(new Active(match), new MatchEvent.Made(match));
            }
        };
    }

    private static boolean isSame(Match match, UUID household, String role) {
        return match.householdId().equals(household) && match.role().equals(role);
    }
}
