package org.communitysolutions.intake.disclosure;

import io.smallrye.config.ConfigMapping;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.communitysolutions.intake.disclosure.domain.DashThreshold;

/** The thresholds of high risk, and since when each applies; they differ from place to place. */
@ConfigMapping(prefix = "dash")
public interface DashThresholds {

    List<Threshold> thresholds();

    /** A threshold of a time. */
    interface Threshold {

        /** The first day on which it applies. */
        LocalDate effectiveFrom();

        /** 1 to 24. */
        int ticks();

        /** Where it is laid down. */
        String source();
    }

    /**
     * The threshold on that day.
     *
     * @throws IllegalStateException if none applies yet
     */
    default DashThreshold on(LocalDate day) {
        return thresholds().stream()
                .filter(threshold -> !threshold.effectiveFrom().isAfter(day))
                .max(Comparator.comparing(Threshold::effectiveFrom))
                .map(threshold -> new DashThreshold(threshold.ticks(), threshold.source()))
                .orElseThrow(() -> new IllegalStateException("dash.thresholds has none for " + day));
    }
}
