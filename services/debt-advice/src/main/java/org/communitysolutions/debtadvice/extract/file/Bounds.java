package org.communitysolutions.debtadvice.extract.file;

import java.time.LocalDate;

/**
 * What a line may say at all; beyond it a figure is taken for a mistake.
 *
 * @param leastBalancePence below 0 where accounts in credit are let in
 * @param today no extract speaks of a later day
 */
public record Bounds(
        long leastBalancePence,
        long mostBalancePence,
        long mostInstalmentPence,
        long mostWeeklyRentPence,
        LocalDate today) {}
