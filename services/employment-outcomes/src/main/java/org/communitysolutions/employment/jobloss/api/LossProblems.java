package org.communitysolutions.employment.jobloss.api;

import jakarta.ws.rs.core.Response;
import org.communitysolutions.employment.jobloss.LossAlreadyRecorded;
import org.communitysolutions.shared.web.Problem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says why a loss was not recorded, whichever request brought it. */
class LossProblems {

    @ServerExceptionMapper
    Response recorded(LossAlreadyRecorded already) {
        return Problem.conflict(
                        "loss-already-recorded",
                        "The loss is recorded already",
                        "That this person lost a job on that day is known.")
                .toResponse();
    }
}
