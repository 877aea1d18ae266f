package org.communitysolutions.volunteering.match.domain;

import java.time.LocalDate;

/**
 * A match that goes on no more.
 *
 * @param on its last day
 */
public record Ended(Match match, EndReason reason, LocalDate on) implements MatchState {}
