package org.communitysolutions.employment.job.domain;

/** What came of asking for something: what now stands and the event that tells of it, or why not. */
public sealed interface Decision<S> {

    record Taken<S>(S state, JobEvent event) implements Decision<S> {}

    record Refused<S>(Refusal refusal) implements Decision<S> {}

    static <S> Decision<S> taken(S state, JobEvent event) {
        return new Taken<>(state, event);
    }

    static <S> Decision<S> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }
}
