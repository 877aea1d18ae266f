package org.communitysolutions.volunteering.match.domain;

/** What came of asking for something: the new state and the event that tells of it, or why not. */
public sealed interface Decision<S extends MatchState> {

    record Taken<S extends MatchState>(S state, MatchEvent event) implements Decision<S> {}

    record Refused<S extends MatchState>(Refusal refusal) implements Decision<S> {}

    static <S extends MatchState> Decision<S> taken(S state, MatchEvent event) {
        return new Taken<>(state, event);
    }

    static <S extends MatchState> Decision<S> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }
}
