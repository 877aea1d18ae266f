package org.communitysolutions.volunteering.clearance.domain;

import java.time.LocalDate;

/**
 * A check after which somebody decided that the volunteer is not cleared.
 *
 * @param on the day of that decision
 */
public record NotCleared(Check check, LocalDate on) implements CheckState {}
