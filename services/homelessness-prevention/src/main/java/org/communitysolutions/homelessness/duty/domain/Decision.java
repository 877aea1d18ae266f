package org.communitysolutions.homelessness.duty.domain;

/** What came of asking for something: the new state and the event that tells of it, or why not. */
public sealed interface Decision<S extends DutyState> {

    record Taken<S extends DutyState>(S state, DutyEvent event) implements Decision<S> {}

    record Refused<S extends DutyState>(Refusal refusal) implements Decision<S> {}

    static <S extends DutyState> Decision<S> taken(S state, DutyEvent event) {
        return new Taken<>(state, event);
    }

    static <S extends DutyState> Decision<S> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }
}
