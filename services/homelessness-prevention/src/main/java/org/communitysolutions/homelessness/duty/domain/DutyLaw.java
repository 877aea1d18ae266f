package org.communitysolutions.homelessness.duty.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long duties run and what counts as a threat, by the day from which each holds.
 *
 * @param periods how long each duty runs
 * @param threat how near the loss of the home is when a household counts as threatened with homelessness
 */
public record DutyLaw(Map<DutyKind, List<Period>> periods, List<Period> threat) {

    /**
     * A number of days that the law sets.
     *
     * @param days 1 or more
     * @param from the first day on which it holds
     * @param source the Act and section
     */
    public record Period(int days, LocalDate from, String source) {

        public Period {
            if (days < 1 || source.isBlank()) {
                throw new IllegalArgumentException("A period has one day or more and a source: %d days from %s, '%s'"
                        .formatted(days, from, source));
            }
        }
    }

    public DutyLaw {
        for (DutyKind kind : DutyKind.values()) {
            if (periods.getOrDefault(kind, List.of()).isEmpty()) {
                throw new IllegalArgumentException("The law gives no period for the duty " + kind);
            }
        }
        if (threat.isEmpty()) {
            throw new IllegalArgumentException("The law does not say how near a threat of homelessness is");
        }
        periods = Map.copyOf(periods);
        threat = List.copyOf(threat);
    }

    /** How long a duty runs that is accepted on that day; empty before the law knew it. */
    public Optional<Period> period(DutyKind kind, LocalDate on) {
        return inForce(periods.get(kind), on);
    }

    /** How near a loss of the home is a threat on that day; empty before the law knew it. */
    public Optional<Period> threat(LocalDate on) {
        return inForce(threat, on);
    }

    private static Optional<Period> inForce(List<Period> periods, LocalDate on) {
        return periods.stream().filter(period -> !period.from().isAfter(on)).max(Comparator.comparing(Period::from));
    }
}
