package org.communitysolutions.intake;

import jakarta.ws.rs.core.Response;
import org.communitysolutions.shared.web.Problem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers refused commands with problem documents. */
class Refusals {

    @ServerExceptionMapper
    Response refused(Refusal refusal) {
        Problem problem =
                switch (refusal.kind()) {
                    case ABSENT -> Problem.notFound(refusal.title());
                    case CONFLICT -> Problem.conflict(refusal.code(), refusal.title(), refusal.getMessage());
                    case IMPOSSIBLE -> Problem.unprocessable(refusal.code(), refusal.title(), refusal.getMessage());
                };
        return problem.toResponse();
    }
}
