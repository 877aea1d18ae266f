package org.communitysolutions.volunteering.clearance.domain;

/** What came of asking for something: what now stands, or why not. */
public sealed interface Decision<S> {

    record Taken<S>(S state) implements Decision<S> {}

    record Refused<S>(Refusal refusal) implements Decision<S> {}

    static <S> Decision<S> taken(S state) {
        return new Taken<>(state);
    }

    static <S> Decision<S> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }
}
