package org.communitysolutions.risk.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
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
        Sentence reason,
        List<Named> when,
        List<Condition> unless) {

    private static final int MOST_REASONS = 100;

    /**
     * How soon.
     *
     * @param days 1 or more, after the day on which the council had all that the rule holds by
     * @param working whether working days are counted, or else all days
     */
    public record Due(int days, boolean working, Priority priority) {

        public LocalDate on(LocalDate from, WorkingDays calendar) {
            return working ? calendar.after(from, days) : from.plusDays(days);
        }
    }

    /** A reason to hurry. */
    public record Sooner(List<Condition> when, Due due) {}

    /** A condition and, if the sentence speaks of it, its name there. */
    public record Named(Optional<String> name, Condition condition) {}

    /** The events that the rule holds by, oldest first and the newest 100 at most, and the sentence. */
    record Grounds(List<Reason> reasons, String sentence) {}

    boolean holds(Moment moment) {
        for (int i = 0; i < when.size(); i++) {
            if (!when.get(i).condition().holds(moment)) {
                return false;
            }
        }
        return true;
    }

    boolean isHeldOff(Moment moment) {
        for (int i = 0; i < unless.size(); i++) {
            if (unless.get(i).holds(moment)) {
                return true;
            }
        }
        return false;
    }

    boolean asksFor(Factor factor) {
        return when.stream().anyMatch(named -> ConditionTree.asksFor(named.condition(), factor));
    }

    /** The absences that must hold for it to hold: with an answer its task is no longer asked for. */
    List<Absence> absences() {
        List<Absence> absences = new ArrayList<>();
        for (Named named : when) {
            if (named.condition() instanceof Absence absence) {
                absences.add(absence);
            }
        }
        return absences;
    }

    Due dueAt(Moment moment) {
        for (Sooner hurry : sooner) {
            if (hurry.when().stream().allMatch(condition -> condition.holds(moment))) {
                return hurry.due();
            }
        }
        return due;
    }

    /** Why it holds; asked only while it does. */
    Grounds grounds(Moment moment) {
        Map<String, String> words = new HashMap<>();
        List<Reason> reasons = new ArrayList<>();
        for (Named named : when) {
            Evidence evidence = named.condition().evidence(moment);
            for (Reason reason : evidence.reasons()) {
                if (!reasons.contains(reason)) {
                    reasons.add(reason);
                }
            }
            if (named.name().isPresent()) {
                words.put(named.name().get(), evidence.says());
            }
        }
        Collections.sort(reasons);
        List<Reason> kept = reasons.subList(Math.max(0, reasons.size() - MOST_REASONS), reasons.size());
        return new Grounds(List.copyOf(kept), reason.fill(words::get));
    }

    /** Which rule it is; what it says stands in its file. */
    @Override
    public String toString() {
        return id + " " + version;
    }
}
