package org.communitysolutions.employment.job.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A participant's work since they enrolled.
 *
 * @param jobs all of theirs
 * @param sustained the weeks that were claimed so far
 */
public record Work(LocalDate enrolledOn, List<JobState> jobs, List<Sustained> sustained) {

    public Work {
        jobs = List.copyOf(jobs);
        sustained = List.copyOf(sustained);
    }

    /** Starts a job, from the day of enrolment to today. Several at once are possible. */
    public Decision<InWork> start(Job job, LocalDate today) {
        if (job.startedOn().isAfter(today) || job.evidence().seenOn().isAfter(today)) {
            return Decision.refused(Refusal.IN_THE_FUTURE);
        }
        if (job.startedOn().isBefore(enrolledOn)) {
            return Decision.refused(Refusal.BEFORE_ENROLMENT);
        }
        boolean proven = job.annualPayPence() > 0 && job.evidence().kind().provesOwnEarnings();
        if (job.kind() == JobKind.SELF_EMPLOYMENT && !proven) {
            return Decision.refused(Refusal.EARNINGS_NOT_PROVEN);
        }
        if (jobs.stream().anyMatch(other -> job.isSameAs(other.job()))) {
            return Decision.refused(Refusal.ALREADY_STARTED);
        }
        return Decision.taken(new InWork(job), new JobEvent.Started(job));
    }

    /**
     * Loses one of the jobs, unless weeks were claimed that this would belie.
     *
     * @param on the first day without it
     */
    public Decision<Lost> lose(UUID job, LocalDate on, Allowances allowances, LocalDate today) {
        Decision<Lost> decision =
                switch (named(job)) {
                    case InWork inWork -> inWork.lose(on, today);
                    case Lost lost -> Decision.refused(Refusal.ALREADY_LOST);
                };
        if (decision instanceof Decision.Taken<Lost> taken && belies(taken.state(), allowances)) {
            return Decision.refused(Refusal.WEEKS_CLAIMED_BEYOND);
        }
        return decision;
    }

    /**
     * Claims that weeks in work were reached in one of the jobs. What came before it counts too, if the days between are
     * within the gaps allowed; the same weeks count once.
     *
     * @param id the claim's
     * @param reachedOn a day by which they had passed, today or earlier
     */
    public Decision<Sustained> sustain(
            UUID id, UUID job, Milestone milestone, LocalDate reachedOn, Allowances allowances, LocalDate today) {
        if (reachedOn.isAfter(today)) {
            return Decision.refused(Refusal.IN_THE_FUTURE);
        }
        Optional<Allowances.Allowance> allowance = allowances.of(milestone, reachedOn);
        if (allowance.isEmpty()) {
            return Decision.refused(Refusal.NO_ALLOWANCE_THEN);
        }
        Spell spell = Spell.upTo(reachedOn, job, jobs, allowance.get().gapDays());
        if (spell.days() < milestone.days()) {
            return Decision.refused(Refusal.WEEKS_NOT_REACHED);
        }
        boolean claimed = sustained.stream()
                .filter(claim -> claim.milestone() == milestone)
                .anyMatch(claim -> spellOf(claim, jobs, allowances).sharesJobsWith(spell));
        if (claimed) {
            return Decision.refused(Refusal.ALREADY_CLAIMED);
        }
        Sustained claim = new Sustained(id, named(job).job(), milestone, reachedOn);
        return Decision.taken(claim, new JobEvent.Sustained(claim.job(), milestone, claim.reachedOn()));
    }

    private boolean belies(Lost lost, Allowances allowances) {
        List<JobState> then = jobs.stream()
                .map(state -> state.job().id().equals(lost.job().id()) ? lost : state)
                .toList();
        return sustained.stream()
                .anyMatch(claim -> spellOf(claim, then, allowances).days()
                        < claim.milestone().days());
    }

    private static Spell spellOf(Sustained claim, List<JobState> work, Allowances allowances) {
        int gapDays = allowances
                .of(claim.milestone(), claim.reachedOn())
                .map(Allowances.Allowance::gapDays)
                .orElse(0);
        return Spell.upTo(claim.reachedOn(), claim.job().id(), work, gapDays);
    }

    private JobState named(UUID job) {
        return jobs.stream()
                .filter(state -> state.job().id().equals(job))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No job of this participant has the id " + job));
    }
}
