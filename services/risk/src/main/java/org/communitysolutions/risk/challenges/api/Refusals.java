package org.communitysolutions.risk.challenges.api;

import java.util.List;
import org.communitysolutions.risk.challenges.domain.Answer;
import org.communitysolutions.shared.web.Problem;

/** Says to clients why a challenge is not ended. */
final class Refusals {

    private Refusals() {}

    static Problem of(Answer.Refusal why) {
        return switch (why) {
            case RECORDED_BY_THE_SAME ->
                new Problem(
                        403,
                        "second-person-needed",
                        "Somebody else decides",
                        "Whoever recorded a challenge does not decide it.",
                        List.of());
            case NOT_THEIRS_TO_DECIDE ->
                new Problem(
                        403,
                        "not-yours-to-decide",
                        "Somebody else decides",
                        "Team managers decide challenges, and specialists those that are restricted.",
                        List.of());
            case ENDED_ALREADY ->
                Problem.conflict("ended-already", "The challenge has ended", "It was decided or taken back before.");
        };
    }
}
