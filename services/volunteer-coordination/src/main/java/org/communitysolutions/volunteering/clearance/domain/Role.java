package org.communitysolutions.volunteering.clearance.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What volunteers can do, and which check may be asked of them for it.
 *
 * @param code lower-case with hyphens, at most 60 characters: {@code befriender}
 * @param eligibleFor the most that the law lets the council ask for; to ask for more is an offence (Police Act 1997,
 *     s123)
 * @param required the least that the council wants to have seen, never more than {@code eligibleFor}
 * @param workforce whom it works with; there unless it is eligible for a basic check only
 */
public record Role(UUID id, String code, CheckLevel eligibleFor, CheckLevel required, Optional<Workforce> workforce) {

    /** Defines a role, if what it asks for is what it may ask for. */
    public static Decision<Role> define(
            UUID id, String code, CheckLevel eligibleFor, CheckLevel required, Optional<Workforce> workforce) {
        if (!eligibleFor.covers(required)) {
            return Decision.refused(Refusal.REQUIRES_MORE_THAN_ELIGIBLE);
        }
        if (eligibleFor.namesWorkforce() != workforce.isPresent()) {
            return Decision.refused(Refusal.WORKFORCE_AND_LEVEL_DISAGREE);
        }
        if (workforce.isPresent() && !eligibleFor.suits(workforce.get())) {
            return Decision.refused(Refusal.WORKFORCE_AND_LEVEL_DISAGREE);
        }
        return Decision.taken(new Role(id, code, eligibleFor, required, workforce));
    }

    /**
     * Asks a volunteer for a check for this role.
     *
     * @param forWorkforce whom the check is for; for a basic check nobody, for others the role's if left out
     */
    public Decision<Asked> ask(
            UUID id,
            UUID volunteer,
            CheckLevel level,
            Optional<Workforce> forWorkforce,
            LocalDate askedOn,
            LocalDate today) {
        if (askedOn.isAfter(today)) {
            return Decision.refused(Refusal.IN_THE_FUTURE);
        }
        if (!eligibleFor.covers(level)) {
            return Decision.refused(Refusal.MORE_THAN_ELIGIBLE);
        }
        if (!level.namesWorkforce() && forWorkforce.isPresent()) {
            return Decision.refused(Refusal.WORKFORCE_AND_LEVEL_DISAGREE);
        }
        Optional<Workforce> asked = level.namesWorkforce() ? forWorkforce.or(() -> workforce) : Optional.empty();
        if (asked.isPresent() && !workforce.orElseThrow().covers(asked.get())) {
            return Decision.refused(Refusal.MORE_THAN_ELIGIBLE);
        }
        if (asked.isPresent() && !level.suits(asked.get())) {
            return Decision.refused(Refusal.WORKFORCE_AND_LEVEL_DISAGREE);
        }
        return Decision.taken(new Asked(new Check(id, volunteer, code, level, asked, askedOn)));
    }

    /** Whether a check of that level for that workforce is what this role requires. */
    boolean isMetBy(CheckLevel level, Optional<Workforce> checked) {
        boolean levelMet = level.covers(required);
        return levelMet
                && (!required.namesWorkforce()
                        || checked.map(seen -> seen.covers(workforce.orElseThrow()))
                                .orElse(false));
    }
}
