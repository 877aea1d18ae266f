package org.communitysolutions.risk.decisions;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days, in the calendar of Europe/London, on which the tasks that are looked at were asked for.
 *
 * @param from the first; from the beginning if it is empty
 * @param to the last; until now if it is empty
 */
public record Period(Optional<LocalDate> from, Optional<LocalDate> to) {}
