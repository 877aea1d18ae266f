package org.communitysolutions.local.borough;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Nettlebridge, as it stands on one day. The same seed and day give the same borough, and a home is the same however many
 * others there are, so that a borough can grow.
 *
 * <p>The shares are this project's own, of the order that councils publish: 86 in 100 accounts are paid up, 3 in 100
 * have missed two instalments or more.
 *
 * @param seed any number
 * @param asAt the day that its accounts speak of
 */
public record Borough(long seed, LocalDate asAt) {

    /** Raised when the same seed makes another borough than before. */
    static final int EDITION = 1;

    private static final long FIRST_UPRN = 999_000_000_001L;
    private static final int WARDS = 17;
    private static final int INSTALMENTS = 12;

    private static final double MISSED_ANY = 0.14;
    private static final double MISSED_TWO_OR_MORE = 0.03;
    private static final double MISSED_THREE_OR_MORE = 0.008;
    private static final double MISSED_FIVE_OR_MORE = 0.002;

    /** The homes from one place up to, and without, another. */
    Stream<Home> homes(int from, int to) {
        return IntStream.range(from, to).mapToObj(this::home);
    }

    Home home(int index) {
        SplittableRandom chance = new SplittableRandom(seed * 1_000_003L + index);
        int ward = 1 + chance.nextInt(WARDS);
        Tenure tenure = Tenure.at(chance.nextDouble());
        LocalDate occupiedFrom = asAt.minusDays(40 + (long) (7_500 * Math.pow(chance.nextDouble(), 2)));
        int adults = 1 + chance.nextInt(3);
        int children = Math.max(0, chance.nextInt(6) - 2);
        return new Home(
                index,
                Long.toString(FIRST_UPRN + index),
                occupiedFrom,
                "NB-%02d".formatted(ward),
                tenure,
                adults,
                children,
                councilTax(index, tenure, chance),
                tenure == Tenure.COUNCIL_RENT ? Optional.of(rent(index, chance)) : Optional.empty());
    }

    private Home.CouncilTax councilTax(int index, Tenure tenure, SplittableRandom chance) {
        int instalmentPence = 9_000 + 100 * chance.nextInt(150);
        int due = instalmentsDue();
        int missed = Math.min(due, missed(chance.nextDouble() / tenure.strain(), chance));
        return new Home.CouncilTax(
                "CT%08d".formatted(40_000_000 + index), instalmentPence, due, due - missed, stage(missed, chance));
    }

    private static int missed(double point, SplittableRandom chance) {
        if (point >= MISSED_ANY) {
            return 0;
        }
        if (point >= MISSED_TWO_OR_MORE) {
            return 1;
        }
        if (point >= MISSED_THREE_OR_MORE) {
            return 2;
        }
        return point >= MISSED_FIVE_OR_MORE ? 3 + chance.nextInt(2) : 5 + chance.nextInt(4);
    }

    /** Recovery follows what is missed, and not always at once. */
    private static String stage(int missed, SplittableRandom chance) {
        boolean prompt = chance.nextInt(10) < 6;
        return switch (missed) {
            case 0 -> "none";
            case 1 -> prompt ? "reminder" : "none";
            case 2 -> prompt ? "final-notice" : "reminder";
            case 3, 4 -> prompt ? "summons" : "final-notice";
            default -> prompt ? "liability-order" : "enforcement";
        };
    }

    private static Home.Rent rent(int index, SplittableRandom chance) {
        int weeklyPence = 9_500 + 50 * chance.nextInt(140);
        long weeksOverdue = chance.nextInt(8) == 0 ? 1 + chance.nextInt(12) : 0;
        return new Home.Rent("RA%08d".formatted(70_000_000 + index), weeklyPence, weeksOverdue * weeklyPence);
    }

    /** The bill that the accounts are about: this year's, from the second instalment on. */
    int firstYear() {
        LocalDate month = asAt.minusMonths(1);
        return month.getMonth().compareTo(Month.APRIL) >= 0 ? month.getYear() : month.getYear() - 1;
    }

    /** For instance 2026-27. */
    String financialYear() {
        return "%d-%02d".formatted(firstYear(), (firstYear() + 1) % 100);
    }

    LocalDate firstInstalment() {
        return LocalDate.of(firstYear(), Month.APRIL, 1);
    }

    private int instalmentsDue() {
        return (int) Math.min(INSTALMENTS, ChronoUnit.MONTHS.between(firstInstalment(), asAt) + 1);
    }
}
