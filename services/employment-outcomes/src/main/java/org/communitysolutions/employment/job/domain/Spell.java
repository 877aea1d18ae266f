package org.communitysolutions.employment.job.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Work without a break that is too long: a job, what overlapped it, and what came before it within the gaps allowed.
 *
 * @param jobs the ids of its jobs
 * @param days days in work, each counted once however many jobs it was spent in
 */
record Spell(Set<UUID> jobs, long days) {

    /** Time in work: from a day on, until the day before another. */
    private record Stretch(LocalDate from, LocalDate until, Set<UUID> jobs) {

        static Stretch of(JobState state, LocalDate asOf) {
            LocalDate end = state instanceof Lost lost && lost.on().isBefore(asOf) ? lost.on() : asOf;
            return new Stretch(state.job().startedOn(), end, Set.of(state.job().id()));
        }

        boolean reaches(Stretch later) {
            return !until.isBefore(later.from);
        }

        Stretch joined(Stretch later) {
            Set<UUID> both = new HashSet<>(jobs);
            both.addAll(later.jobs);
            return new Stretch(from, until.isAfter(later.until) ? until : later.until, both);
        }

        long days() {
            return ChronoUnit.DAYS.between(from, until);
        }
    }

    /**
     * The spell that leads up to {@code asOf} through that job.
     *
     * @param gapDays how many days between jobs it may hold in total
     */
    static Spell upTo(LocalDate asOf, UUID job, List<JobState> work, int gapDays) {
        List<Stretch> stretches = joined(work, asOf);
        int last = stretches.size() - 1;
        while (last >= 0 && !stretches.get(last).jobs().contains(job)) {
            last--;
        }
        if (last < 0) {
            return new Spell(Set.of(), 0);
        }
        Set<UUID> jobs = new HashSet<>(stretches.get(last).jobs());
        long days = stretches.get(last).days();
        long gaps = 0;
        for (int i = last - 1; i >= 0; i--) {
            gaps += ChronoUnit.DAYS.between(
                    stretches.get(i).until(), stretches.get(i + 1).from());
            if (gaps > gapDays) {
                break;
            }
            days += stretches.get(i).days();
            jobs.addAll(stretches.get(i).jobs());
        }
        return new Spell(Set.copyOf(jobs), days);
    }

    boolean sharesJobsWith(Spell other) {
        return jobs.stream().anyMatch(other.jobs::contains);
    }

    private static List<Stretch> joined(List<JobState> work, LocalDate asOf) {
        List<Stretch> joined = new ArrayList<>();
        work.stream()
                .filter(state -> state.job().startedOn().isBefore(asOf))
                .map(state -> Stretch.of(state, asOf))
                .sorted(Comparator.comparing(Stretch::from))
                .forEach(stretch -> {
                    if (!joined.isEmpty() && joined.getLast().reaches(stretch)) {
                        joined.set(joined.size() - 1, joined.getLast().joined(stretch));
                    } else {
                        joined.add(stretch);
                    }
                });
        return joined;
    }
}
