package org.communitysolutions.debtadvice.extract.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A rent account.
 *
 * @param weeklyRentPence a week's rent, 0 when it is not known
 */
public record RentReading(String accountReference, String uprn, LocalDate asAt, long balancePence, long weeklyRentPence)
        implements Reading {

    private static final BigDecimal MOST_WEEKS = BigDecimal.valueOf(1000);

    @Override
    public AccountKind kind() {
        return AccountKind.RENT;
    }

    @Override
    public Reading on(LocalDate day) {
        return new RentReading(accountReference, uprn, day, balancePence, weeklyRentPence);
    }

    /** The arrears as weeks of this rent, to a tenth, 1,000 at most; empty when the rent is not known. */
    public Optional<BigDecimal> weeksOfRent() {
        if (weeklyRentPence == 0) {
            return Optional.empty();
        }
        BigDecimal weeks =
                BigDecimal.valueOf(arrearsPence()).divide(BigDecimal.valueOf(weeklyRentPence), 1, RoundingMode.HALF_UP);
        return Optional.of(weeks.min(MOST_WEEKS));
    }
}
