package org.communitysolutions.volunteering.clearance.api;

import jakarta.ws.rs.core.Response;
import org.communitysolutions.shared.messaging.EnumCodes;
import org.communitysolutions.shared.web.Problem;
import org.communitysolutions.volunteering.clearance.ClearanceRefused;
import org.communitysolutions.volunteering.clearance.domain.Refusal;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says why a role or a check was refused: 409 where its state forbids it, 422 where the request is at odds. */
class ClearanceRefusals {

    @ServerExceptionMapper
    Response refused(ClearanceRefused refused) {
        return problem(refused.refusal()).toResponse();
    }

    static Problem problem(Refusal refusal) {
        String code = EnumCodes.of(refusal);
        return switch (refusal) {
            case ROLE_ALREADY_DEFINED ->
                Problem.conflict(code, "There is a role of that code", "Choose another code, or use that role.");
            case ALREADY_DECIDED ->
                Problem.conflict(code, "The check was decided before", "A check is decided once. Ask for another.");
            case IN_THE_FUTURE ->
                Problem.unprocessable(code, "That day has not come yet", "Give a day that is today or earlier.");
            case REQUIRES_MORE_THAN_ELIGIBLE ->
                Problem.unprocessable(
                        code,
                        "The role would require more than it may ask for",
                        "What a role requires is covered by what it is eligible for.");
            case WORKFORCE_AND_LEVEL_DISAGREE ->
                Problem.unprocessable(
                        code,
                        "Level and workforce do not go together",
                        "A basic check names no workforce, the others name one, and a barred list is of those whom it protects.");
            case NO_SUCH_ROLE -> Problem.unprocessable(code, "There is no such role", "A manager defines roles first.");
            case MORE_THAN_ELIGIBLE ->
                Problem.unprocessable(
                        code,
                        "The role is not eligible for this check",
                        "To ask a volunteer for more than the role is eligible for is an offence.");
            case BEFORE_ASKED ->
                Problem.unprocessable(
                        code,
                        "That was before the check was asked for",
                        "What comes back is dated when it was asked for or later.");
        };
    }
}
