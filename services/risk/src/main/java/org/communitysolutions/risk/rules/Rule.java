package org.communitysolutions.risk.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When a team is asked to reach out to a household, and on what ground.
 *
 * @param id unique in its file: {@code council-tax-missed-twice}
 * @param version grows with each change of what the rule says
 * @param owner who answers for it
 * @param purpose what it is for
 * @param lawfulBasis what allows the processing, for example UK GDPR article 6(1)(e) with the Act relied on
 * @param clearance restricted if it looks at restricted events; its tasks are then restricted too
 * @param taskKind what is to be done
 * @param team who is asked
 * @param due how soon, unless a reason to hurry holds
 * @param sooner reasons to hurry; the first that holds decides
 * @param reason why, in a sentence with a gap for each named condition
 * @param when all of these hold
 * @param unless none of these hold; one that comes to hold later withdraws a task that nobody has taken up
 */
public record Rule(
        String id,
        int version,
        String owner,
        String purpose,
        String lawfulBasis,
        Clearance clearance,
        String taskKind,
        String team,
        Due due,
        List<Sooner> sooner,
        Episode episode,
        String reason,
        List<Named> when,
        List<Condition> unless) {

    /**
     * How soon.
     *
     * @param workingDays 1 or more, after the day on which the council had all that the rule holds by
     */
    public record Due(int workingDays, Priority priority) {}

    /** A reason to hurry. */
    public record Sooner(List<Condition> when, Due due) {}

    /** A condition and, if the sentence speaks of it, its name there. */
    public record Named(Optional<String> name, Condition condition) {}

    boolean concerns(PastEvent event) {
        return when.stream().anyMatch(named -> named.condition().concerns(event));
    }

    boolean isHeldOff(Moment moment) {
        return unless.stream().anyMatch(condition -> condition.at(moment).isPresent());
    }

    Due dueAt(Moment moment) {
        return sooner.stream()
                .filter(hurry -> hurry.when().stream()
                        .allMatch(condition -> condition.at(moment).isPresent()))
                .map(Sooner::due)
                .findFirst()
                .orElse(due);
    }

    String sentence(Map<String, String> words) {
        return Wording.fill(reason, words);
    }
}
