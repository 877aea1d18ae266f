package org.communitysolutions.volunteering.hours.domain;

import java.time.LocalDate;

/**
 * Time that somebody approved.
 *
 * @param by the subject of whoever did
 * @param on the day on which they did
 */
public record Approved(Hours hours, String by, LocalDate on) implements HoursState {}
