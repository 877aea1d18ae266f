package org.communitysolutions.volunteering.match.api;

import jakarta.ws.rs.core.Response;
import org.communitysolutions.shared.messaging.EnumCodes;
import org.communitysolutions.shared.web.Problem;
import org.communitysolutions.volunteering.match.MatchRefused;
import org.communitysolutions.volunteering.match.domain.Refusal;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says why a match was not made or not ended: 409 where its state forbids it, 422 where the request is at odds. */
class MatchRefusals {

    @ServerExceptionMapper
    Response refused(MatchRefused refused) {
        return problem(refused.refusal()).toResponse();
    }

    static Problem problem(Refusal refusal) {
        String code = EnumCodes.of(refusal);
        return switch (refusal) {
            case NOT_CLEARED ->
                Problem.conflict(
                        code, "The volunteer is not cleared", "No check of theirs has come back in order yet.");
            case NO_FITTING_CHECK ->
                Problem.conflict(
                        code,
                        "No check of the volunteer's fits",
                        "None is what the role requires for those it works with, or it is too old.");
            case ALREADY_MATCHED ->
                Problem.conflict(code, "They are matched already", "The volunteer helps this household in this role.");
            case ALREADY_ENDED ->
                Problem.conflict(code, "The match has ended", "A match ends once. Read it to see when and why.");
            case OWN_HOUSEHOLD ->
                Problem.unprocessable(
                        code, "It is the volunteer's own household", "Nobody volunteers for their own household.");
            case IN_THE_FUTURE ->
                Problem.unprocessable(code, "That day has not come yet", "Give a day that is today or earlier.");
            case BEFORE_START ->
                Problem.unprocessable(
                        code, "That was before the match", "The last day of a match is its first or a later one.");
        };
    }
}
