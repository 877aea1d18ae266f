package org.communitysolutions.risk.challenges;

import java.util.UUID;
import org.communitysolutions.risk.challenges.domain.Answer;

/** What became of a request about a challenge, for whoever asked. */
public sealed interface ChallengeAnswer {

    /** It was carried out. */
    record Done(UUID challenge) implements ChallengeAnswer {}

    /** There is nothing of that kind that the caller may know of. */
    record Absent(String kind) implements ChallengeAnswer {}

    /** The same is challenged already, and nobody has decided that. */
    record Pending() implements ChallengeAnswer {}

    record Refused(Answer.Refusal why) implements ChallengeAnswer {}
}
