package org.communitysolutions.employment.job.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many days without work may lie within weeks that count as sustained, by the day from which each holds. */
public record Allowances(Map<Milestone, List<Allowance>> byMilestone) {

    /**
     * What was agreed.
     *
     * @param gapDays days between jobs, in total, 0 or more
     * @param from the first day on which it holds
     * @param source who agreed it
     */
    public record Allowance(int gapDays, LocalDate from, String source) {

        public Allowance {
            if (gapDays < 0 || source.isBlank()) {
                throw new IllegalArgumentException("An allowance has 0 days or more and a source: %d days from %s, '%s'"
                        .formatted(gapDays, from, source));
            }
        }
    }

    public Allowances {
        for (Milestone milestone : Milestone.values()) {
            if (byMilestone.getOrDefault(milestone, List.of()).isEmpty()) {
                throw new IllegalArgumentException("No gap is agreed for " + milestone);
            }
        }
        byMilestone = Map.copyOf(byMilestone);
    }

    /** What held on that day; empty before anything was agreed. */
    public Optional<Allowance> of(Milestone milestone, LocalDate on) {
        return byMilestone.get(milestone).stream()
                .filter(allowance -> !allowance.from().isAfter(on))
                .max(Comparator.comparing(Allowance::from));
    }
}
