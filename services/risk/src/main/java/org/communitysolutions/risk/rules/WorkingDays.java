package org.communitysolutions.risk.rules;

import java.time.LocalDate;

/** The calendar that due dates are counted in. */
@FunctionalInterface
public interface WorkingDays {

    /** The {@code days}-th working day after {@code from}; {@code days} is at least 1. */
    LocalDate after(LocalDate from, int days);
}
