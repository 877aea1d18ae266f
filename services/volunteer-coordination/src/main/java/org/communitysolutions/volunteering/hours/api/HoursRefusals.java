package org.communitysolutions.volunteering.hours.api;

import jakarta.ws.rs.core.Response;
import org.communitysolutions.shared.messaging.EnumCodes;
import org.communitysolutions.shared.web.Problem;
import org.communitysolutions.volunteering.hours.HoursRefused;
import org.communitysolutions.volunteering.hours.domain.Refusal;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says why time was not logged or not approved: 409 where its state forbids it, 422 where the request is at odds. */
class HoursRefusals {

    @ServerExceptionMapper
    Response refused(HoursRefused refused) {
        return problem(refused.refusal()).toResponse();
    }

    static Problem problem(Refusal refusal) {
        String code = EnumCodes.of(refusal);
        return switch (refusal) {
            case MORE_THAN_A_DAY ->
                Problem.conflict(
                        code, "A day has no more minutes", "With what is logged already it would be more than 1,440.");
            case OWN_HOURS ->
                Problem.conflict(code, "You logged this", "Somebody else approves it: a coordinator or a manager.");
            case ALREADY_APPROVED ->
                Problem.conflict(code, "It was approved before", "Time is approved once. Read it to see when.");
            case IN_THE_FUTURE ->
                Problem.unprocessable(code, "That day has not come yet", "Give a day that is today or earlier.");
            case NOT_IN_THIS_MATCH ->
                Problem.unprocessable(
                        code,
                        "It was not given in this match",
                        "Name a match of this volunteer that went on on that day, or none.");
        };
    }
}
