package org.communitysolutions.volunteering.hours.domain;

/** What came of asking for something: the new state, or why not. */
public sealed interface Decision<S extends HoursState> {

    record Taken<S extends HoursState>(S state) implements Decision<S> {}

    record Refused<S extends HoursState>(Refusal refusal) implements Decision<S> {}

    static <S extends HoursState> Decision<S> taken(S state) {
        return new Taken<>(state);
    }

    static <S extends HoursState> Decision<S> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }
}
