package org.communitysolutions.intake.referral;

import io.smallrye.config.ConfigMapping;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Which public authorities have the duty to refer, and since when. */
@ConfigMapping(prefix = "duty-to-refer")
public interface DutyToRefer {

    List<Authorities> authorities();

    /** The authorities of a time. */
    interface Authorities {

        /** The first day on which the list is in force. */
        LocalDate effectiveFrom();

        /** Where the list is published. */
        String source();

        /** Codes of authorities. */
        Set<String> agencies();
    }

    /** The authorities on that day; none before the first list was in force. */
    default Set<String> agenciesOn(LocalDate day) {
        return authorities().stream()
                .filter(list -> !list.effectiveFrom().isAfter(day))
                .max(Comparator.comparing(Authorities::effectiveFrom))
                .map(Authorities::agencies)
                .orElse(Set.of());
    }
}
