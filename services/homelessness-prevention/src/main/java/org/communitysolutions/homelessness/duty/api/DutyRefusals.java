package org.communitysolutions.homelessness.duty.api;

import jakarta.ws.rs.core.Response;
import org.communitysolutions.homelessness.duty.DutyRefused;
import org.communitysolutions.homelessness.duty.domain.Refusal;
import org.communitysolutions.shared.messaging.EnumCodes;
import org.communitysolutions.shared.web.Problem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says why a duty was not accepted or not ended: 409 where its state forbids it, 422 where the request is at odds. */
class DutyRefusals {

    @ServerExceptionMapper
    Response refused(DutyRefused refused) {
        return problem(refused.refusal()).toResponse();
    }

    static Problem problem(Refusal refusal) {
        String code = EnumCodes.of(refusal);
        return switch (refusal) {
            case ALREADY_ACCEPTED ->
                Problem.conflict(
                        code, "It was accepted before", "Each duty is accepted at most once on an application.");
            case PREVENTION_STILL_OWED ->
                Problem.conflict(
                        code,
                        "The prevention duty is still owed",
                        "Relief follows prevention: end the prevention duty first, for example because the household became homeless.");
            case RELIEF_ALREADY_ACCEPTED ->
                Problem.conflict(
                        code, "The relief duty was accepted before", "Prevention comes before relief, never after it.");
            case APPLICATION_CLOSED ->
                Problem.conflict(
                        code,
                        "The application goes no further",
                        "The household withdrew or is no longer eligible; another approach is a new application.");
            case ALREADY_ENDED ->
                Problem.conflict(code, "The duty has ended", "A duty ends once. Read it to see when and why.");
            case IN_THE_FUTURE ->
                Problem.unprocessable(code, "That day has not come yet", "Give a day that is today or earlier.");
            case BEFORE_APPROACH ->
                Problem.unprocessable(
                        code,
                        "That was before the approach",
                        "A duty is accepted on the day on which the household asked, or later.");
            case NO_SUCH_DUTY_THEN ->
                Problem.unprocessable(
                        code, "The law did not know this duty then", "No period is in force for that day.");
            case EARLIER_DUTY_STILL_OWED_THEN ->
                Problem.unprocessable(
                        code,
                        "The earlier duty was still owed then",
                        "Relief is accepted on the day on which prevention ended, or later.");
            case NOT_THREATENED ->
                Problem.unprocessable(
                        code,
                        "The household is not threatened with homelessness",
                        "Prevention needs a day by which the household is likely to be homeless, or a valid notice of a kind that counts, within the days that the law sets.");
            case THREAT_IS_NO_GROUND ->
                Problem.unprocessable(
                        code,
                        "Relief is for those who are homeless already",
                        "Leave out likelyHomelessOn and noticeId, or accept prevention.");
            case REASON_NOT_FOR_THIS_DUTY ->
                Problem.unprocessable(
                        code, "The duty cannot end for this reason", "Choose a reason that the law has for this duty.");
            case BEFORE_ACCEPTANCE ->
                Problem.unprocessable(
                        code,
                        "The notice is older than the duty",
                        "Notice in writing is given on the day of acceptance or later.");
            case PERIOD_STILL_RUNNING ->
                Problem.unprocessable(
                        code,
                        "The duty's period is still running",
                        "It can end for this reason from its deadline on; before that it needs another.");
        };
    }
}
