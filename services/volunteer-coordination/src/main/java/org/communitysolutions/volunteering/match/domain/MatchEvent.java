package org.communitysolutions.volunteering.match.domain;

/** What happened to a match. */
public sealed interface MatchEvent {

    Match match();

    record Made(Match match) implements MatchEvent {}

    record Ended(Match match, EndReason reason) implements MatchEvent {}
}
