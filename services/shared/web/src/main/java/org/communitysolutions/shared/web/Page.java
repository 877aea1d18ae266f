package org.communitysolutions.shared.web;

import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * One page of a list: bounded, without a total, and with a link to the next where there is one.
 *
 * @param items at most {@code limit} items, in the list's order
 */
public record Page<T>(List<T> items) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MOST = 200;

    /** How many rows to ask the database for: one more than the page holds tells whether another follows. */
    public static int probe(int limit) {
        return limit + 1;
    }

    /**
     * Answers with the first {@code limit} of the rows found and, if more were found, a {@code Link} whose cursor
     * stands at the last one shown.
     *
     * @param rows up to {@link #probe} rows
     * @param id the id that the list is ordered by
     */
    public static <R, T> Response of(List<R> rows, int limit, Function<R, UUID> id, Function<R, T> view, UriInfo uri) {
        return ordered(rows, limit, row -> List.of(id.apply(row).toString()), view, uri);
    }

    /**
     * As {@link #of}, for a list that several columns order.
     *
     * @param position what the list is ordered by, as text without {@code |}; the last part tells equals apart
     */
    public static <R, T> Response ordered(
            List<R> rows, int limit, Function<R, List<String>> position, Function<R, T> view, UriInfo uri) {
        List<R> shown = rows.subList(0, Math.min(limit, rows.size()));
        Response.ResponseBuilder answer =
                Response.ok(new Page<>(shown.stream().map(view).toList()));
        if (rows.size() > limit) {
            answer.links(Link.fromUriBuilder(uri.getRequestUriBuilder()
                            .replaceQueryParam("cursor", cursor(position.apply(shown.getLast())))
                            .replaceQueryParam("limit", limit))
                    .rel("next")
                    .build());
        }
        return answer.build();
    }

    /**
     * Reads the cursor of a {@code next} link.
     *
     * @throws Problem 400 if it is none of ours
     */
    public static Optional<UUID> after(String cursor) {
        return position(cursor, 1, parts -> UUID.fromString(parts.getFirst()));
    }

    /**
     * Reads the cursor of a {@code next} link of a list that several columns order.
     *
     * @param size how many parts a position has
     * @param reader takes the parts; an {@link IllegalArgumentException} or {@link DateTimeException} refuses them
     * @throws Problem 400 if it is none of ours
     */
    public static <P> Optional<P> position(String cursor, int size, Function<List<String>, P> reader) {
        if (cursor == null) {
            return Optional.empty();
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            List<String> parts = List.of(text.split("\\|", -1));
            if (parts.size() == size) {
                return Optional.of(reader.apply(parts));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw foreignCursor();
        }
        throw foreignCursor();
    }

    private static Problem foreignCursor() {
        return Problem.invalid("cursor", "must be taken from a next link");
    }

    private static String cursor(List<String> position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join("|", position).getBytes(StandardCharsets.US_ASCII));
    }
}
