package org.communitysolutions.risk.challenges;

import io.smallrye.config.ConfigMapping;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** How soon a household is to have an answer, and since when that applies. */
@ConfigMapping(prefix = "challenges")
public interface ResponsePeriods {

    List<ResponsePeriod> responsePeriods();

    /** A period of a time. */
    interface ResponsePeriod {

        /** The first day of receipt to which it applies. */
        LocalDate effectiveFrom();

        /** Calendar months. */
        int months();

        /** Where it is laid down. */
        String source();
    }

    /**
     * The last day for the answer to what was received that day: the corresponding day of a later month, or its last.
     *
     * @throws IllegalStateException if no period applies yet
     */
    default LocalDate dueOn(LocalDate receivedOn) {
        return responsePeriods().stream()
                .filter(period -> !period.effectiveFrom().isAfter(receivedOn))
                .max(Comparator.comparing(ResponsePeriod::effectiveFrom))
                .map(period -> receivedOn.plusMonths(period.months()))
                .orElseThrow(() -> new IllegalStateException("challenges.response-periods has none for " + receivedOn));
    }

    /** The first day of receipt for which there is a period. */
    default LocalDate beginning() {
        return responsePeriods().stream()
                .map(ResponsePeriod::effectiveFrom)
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MAX);
    }
}
