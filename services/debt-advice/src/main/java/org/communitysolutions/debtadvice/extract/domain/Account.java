package org.communitysolutions.debtadvice.extract.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A council-tax or rent account as it was last read.
 *
 * @param id ours; events carry it, never the number on the bill
 * @param household whom it belongs to, as long as it stays at the same home
 * @param latest the newest reading
 */
public record Account(UUID id, UUID household, Reading latest) {

    /** Opens an account with its first reading; all that it says is new. */
    public static Taking.Taken open(UUID id, UUID household, Reading first) {
        return new Taking.Taken(new Account(id, household, first), Signals.between(Optional.empty(), first, Set.of()));
    }

    /** Whether a reading of this home is about the household that is known. */
    public boolean isAt(String uprn) {
        return latest.uprn().equals(uprn);
    }

    /**
     * Takes a later reading.
     *
     * @param householdNow whom the account belongs to now
     * @param told the missed instalments of the reading's year that have been told of
     */
    public Taking take(Reading reading, UUID householdNow, Set<Integer> told) {
        if (reading.asAt().isBefore(latest.asAt())) {
            return refused("older-than-known", "The account is known as it was on a later day.");
        }
        if (reading instanceof CouncilTaxReading next
                && latest instanceof CouncilTaxReading known
                && next.year().compareTo(known.year()) < 0) {
            return refused("earlier-year", "The account is known with the bill of a later financial year.");
        }
        Account now = new Account(id, householdNow, reading);
        if (latest.agreesWith(reading)) {
            return new Taking.Unchanged(now);
        }
        List<Signal> signals = Signals.between(Optional.of(latest), reading, told);
        return new Taking.Taken(now, signals);
    }

    private static Taking.Refused refused(String code, String sentence) {
        return new Taking.Refused(Refusal.ofLine(code, sentence));
    }
}
