package org.communitysolutions.risk.challenges.domain;

/** What a request about a challenge comes to. */
public sealed interface Answer {

    /** It is now in another state, and others are to be told. */
    record Changed(Challenge challenge) implements Answer {}

    record Refused(Refusal why) implements Answer {}

    /** Why not. */
    enum Refusal {
        /** Whoever wrote it down does not decide it. */
        RECORDED_BY_THE_SAME,
        /** Of a standard challenge managers decide, of a restricted one specialists. */
        NOT_THEIRS_TO_DECIDE,
        ENDED_ALREADY
    }
}
