package org.communitysolutions.shared.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/**
 * A request that gets a clear answer instead of an effect, as {@code application/problem+json} (RFC 9457). Its text is
 * written for the client and quotes nothing that the client did not send.
 */
public class Problem extends RuntimeException {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPES = "https://community-solutions.example/problems/";

    private final int status;
    private final String code;
    private final String title;
    private final List<Field> fields;

    /**
     * One thing that is wrong.
     *
     * @param pointer a JSON pointer (RFC 6901) into the body, or the name of a header or parameter
     * @param detail what is expected of it
     */
    public record Field(String pointer, String detail) {}

    /** The body of the answer. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Body(URI type, String title, int status, String detail, List<Field> errors) {}

    public Problem(int status, String code, String title, String detail, List<Field> fields) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.title = title;
        this.fields = List.copyOf(fields);
    }

    /** 400: the request is not of the form that this resource takes. */
    public static Problem invalid(List<Field> fields) {
        return new Problem(
                400, "invalid-request", "The request is not valid", "See errors for what is expected.", fields);
    }

    /** 400: one field of the body, named by its JSON pointer. */
    public static Problem invalid(String pointer, String expected) {
        return invalid(List.of(new Field(pointer, expected)));
    }

    public static Problem badHeader(String header, String expected) {
        return new Problem(
                400,
                "invalid-header",
                "A header is not valid",
                "The header %s %s.".formatted(header, expected),
                List.of(new Field(header, expected)));
    }

    /** 404: there is no such record, or none that the caller may know of. */
    public static Problem notFound(String kind) {
        return new Problem(
                404, "not-found", "There is no such " + kind, "No %s has this id.".formatted(kind), List.of());
    }

    /** 409: the record's state does not allow it. */
    public static Problem conflict(String code, String title, String detail) {
        return new Problem(409, code, title, detail, List.of());
    }

    /** 422: well formed, and yet it cannot be done. */
    public static Problem unprocessable(String code, String title, String detail) {
        return new Problem(422, code, title, detail, List.of());
    }

    public int status() {
        return status;
    }

    /** The answer to send. */
    public Response toResponse() {
        return Response.status(status)
                .type(MediaType.valueOf(MEDIA_TYPE))
                .header("Cache-Control", "no-store")
                .entity(body())
                .build();
    }

    /** What the answer says. */
    Body body() {
        return new Body(URI.create(TYPES + code), title, status, getMessage(), fields);
    }
}
