package org.communitysolutions.employment.job.api;

import jakarta.ws.rs.core.Response;
import org.communitysolutions.employment.job.JobRefused;
import org.communitysolutions.employment.job.domain.Refusal;
import org.communitysolutions.shared.messaging.EnumCodes;
import org.communitysolutions.shared.web.Problem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says why a job or a claim was refused: 409 where its state forbids it, 422 where the request is at odds. */
class JobRefusals {

    @ServerExceptionMapper
    Response refused(JobRefused refused) {
        return problem(refused.refusal()).toResponse();
    }

    static Problem problem(Refusal refusal) {
        String code = EnumCodes.of(refusal);
        return switch (refusal) {
            case ALREADY_STARTED ->
                Problem.conflict(
                        code, "The job is recorded already", "The same employer from the same day on is the same job.");
            case ALREADY_LOST ->
                Problem.conflict(code, "The job was lost before", "A job is lost once. Read it to see when.");
            case ALREADY_CLAIMED ->
                Problem.conflict(code, "These weeks were claimed before", "The same weeks of work count once.");
            case WEEKS_CLAIMED_BEYOND ->
                Problem.conflict(
                        code,
                        "Weeks were claimed beyond that day",
                        "If the job was lost then, weeks that were claimed have not been reached. One of the two is wrong.");
            case IN_THE_FUTURE ->
                Problem.unprocessable(code, "That day has not come yet", "Give a day that is today or earlier.");
            case BEFORE_ENROLMENT ->
                Problem.unprocessable(
                        code,
                        "That was before the support began",
                        "A job counts that started on the day of enrolment or later.");
            case EARNINGS_NOT_PROVEN ->
                Problem.unprocessable(
                        code,
                        "The earnings are not proven",
                        "Self-employment counts with pay above nothing and a tax record or an earnings record.");
            case BEFORE_START ->
                Problem.unprocessable(
                        code, "That was before the job", "The first day without a job comes after its first day.");
            case NO_ALLOWANCE_THEN ->
                Problem.unprocessable(code, "Nothing was agreed for that day", "No allowance was in force then.");
            case WEEKS_NOT_REACHED ->
                Problem.unprocessable(
                        code,
                        "The weeks have not been reached",
                        "The days in work up to that day, with the gaps that are allowed, do not make the weeks.");
        };
    }
}
