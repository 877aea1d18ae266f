package org.communitysolutions.shared.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.opentelemetry.api.trace.Span;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Singleton;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.communitysolutions.shared.messaging.EnumCodes;
import org.communitysolutions.shared.messaging.FailureOutline;
import org.communitysolutions.shared.transactions.IdempotencyConflict;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every failure of a request into a problem document; the text of an exception never leaves the service. */
@Singleton
class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    private final Refusals refusals;

    Problems(Refusals refusals) {
        this.refusals = refusals;
    }

    @ServerExceptionMapper
    Response problem(Problem problem) {
        Response answer = problem.toResponse();
        refusals.count(answer.getStatus());
        return answer;
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException invalid) {
        return Problem.invalid(invalid.getConstraintViolations().stream()
                        .map(Problems::field)
                        .sorted((a, b) -> a.pointer().compareTo(b.pointer()))
                        .toList())
                .toResponse();
    }

    @ServerExceptionMapper
    Response mismatched(MismatchedInputException mismatch) {
        return Problem.invalid(pointer(mismatch), expected(mismatch)).toResponse();
    }

    @ServerExceptionMapper
    Response unreadable(WebApplicationException failure) {
        if (failure.getCause() instanceof MismatchedInputException mismatch) {
            return mismatched(mismatch);
        }
        if (failure.getCause() instanceof JsonProcessingException malformed) {
            return malformedJson(malformed);
        }
        int status = failure.getResponse().getStatus();
        if (status >= 500) {
            logged(failure);
        }
        Response.Status known = Response.Status.fromStatusCode(status);
        String title = known == null ? "The request failed" : known.getReasonPhrase();
        Response answer = new Problem(status, "http-" + status, title, detail(status), List.of()).toResponse();
        Response.ResponseBuilder withHeaders = Response.fromResponse(answer);
        Object allow = failure.getResponse().getHeaders().getFirst("Allow");
        return allow == null ? answer : withHeaders.header("Allow", allow).build();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthenticated() {
        refusals.count(401);
        Response answer = new Problem(
                        401, "unauthenticated", "Sign in first", "A valid bearer token is needed.", List.of())
                .toResponse();
        return Response.fromResponse(answer)
                .header("WWW-Authenticate", "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException forbidden) {
        refusals.count(403);
        return new Problem(403, "forbidden", "Not for this role", "None of the caller's roles may do this.", List.of())
                .toResponse();
    }

    @ServerExceptionMapper
    Response idempotency(IdempotencyConflict conflict) {
        return switch (conflict) {
            case IdempotencyConflict.InFlight inFlight ->
                new Problem(
                                409,
                                "request-in-flight",
                                "The first request has not ended",
                                inFlight.getMessage(),
                                List.of())
                        .toResponse();
            case IdempotencyConflict.KeyReused reused ->
                new Problem(
                                422,
                                "idempotency-key-reused",
                                "The key stands for another request",
                                reused.getMessage(),
                                List.of())
                        .toResponse();
        };
    }

    @ServerExceptionMapper
    Response stale(OptimisticLockException stale) {
        return Versions.stale().toResponse();
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure) {
        logged(failure);
        return new Problem(
                        500,
                        "internal",
                        "The service failed",
                        "The failure is in the service's log, trace %s."
                                .formatted(Span.current().getSpanContext().getTraceId()),
                        List.of())
                .toResponse();
    }

    private static void logged(Throwable failure) {
        LOG.errorf("A request failed: %s", FailureOutline.of(failure));
    }

    private static Response malformedJson(JsonProcessingException malformed) {
        String where = malformed.getLocation() == null
                ? ""
                : " It ends or breaks off at line %d, column %d."
                        .formatted(
                                malformed.getLocation().getLineNr(),
                                malformed.getLocation().getColumnNr());
        return new Problem(
                        400, "malformed-json", "The body is not JSON", "The body is not valid JSON." + where, List.of())
                .toResponse();
    }

    private static Problem.Field field(ConstraintViolation<?> violation) {
        String pointer = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .filter(node ->
                        node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.CONTAINER_ELEMENT)
                .map(Problems::step)
                .collect(Collectors.joining());
        if (pointer.isEmpty()) {
            Path.Node last = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                    .reduce((first, second) -> second)
                    .orElseThrow();
            return new Problem.Field(last.getName(), violation.getMessage());
        }
        return new Problem.Field(pointer, violation.getMessage());
    }

    private static String step(Path.Node node) {
        String index = node.getIndex() == null ? "" : "/" + node.getIndex();
        return node.getKind() == ElementKind.CONTAINER_ELEMENT ? index : index + "/" + node.getName();
    }

    private static String pointer(JsonMappingException mismatch) {
        return mismatch.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
    }

    private static String expected(MismatchedInputException mismatch) {
        if (mismatch instanceof UnrecognizedPropertyException) {
            return "is not a field of this request";
        }
        Class<?> target = mismatch.getTargetType();
        if (target != null && target.isEnum() && mismatch instanceof InvalidFormatException) {
            return "must be one of "
                    + Arrays.stream(target.getEnumConstants())
                            .map(constant -> EnumCodes.of((Enum<?>) constant))
                            .collect(Collectors.joining(", "));
        }
        return target == null ? "has the wrong type" : "must be " + Expected.describe(target);
    }

    private static String detail(int status) {
        return switch (status) {
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not take that method.";
            case 406 -> "The answer is application/json.";
            case 413 -> "The body is larger than this address takes.";
            case 415 -> "This address does not take that media type.";
            default -> status < 500 ? "The request cannot be answered as it is." : "Nothing was changed.";
        };
    }
}
