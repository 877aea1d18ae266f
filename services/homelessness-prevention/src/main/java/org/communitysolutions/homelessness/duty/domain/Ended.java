package org.communitysolutions.homelessness.duty.domain;

import java.time.LocalDate;

/**
 * A duty that is owed no more.
 *
 * @param noticeGivenOn the day on which the household was given notice in writing, and on which the duty ended
 */
public record Ended(Duty duty, EndReason reason, LocalDate noticeGivenOn) implements DutyState {}
