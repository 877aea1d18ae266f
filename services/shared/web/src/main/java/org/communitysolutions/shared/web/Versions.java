package org.communitysolutions.shared.web;

import jakarta.ws.rs.core.EntityTag;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Record versions as entity tags: {@code ETag: "3"} out, {@code If-Match: "3"} in (RFC 9110, section 13.1.1). */
public final class Versions {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

    private Versions() {}

    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /**
     * The version that the client believes to be current.
     *
     * @throws Problem 428 if the header is missing, 400 if it is not an entity tag of ours
     */
    public static long required(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Problem(
                    428,
                    "version-required",
                    "Say which version you change",
                    "Send the ETag that you read as If-Match.",
                    List.of());
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw Problem.badHeader("If-Match", "must be one entity tag such as \"3\"");
        }
        return Long.parseLong(tag.group(1));
    }

    /** Refuses a change that was based on another version than the current one. */
    public static void check(long expected, long current) {
        if (expected != current) {
            throw stale();
        }
    }

    static Problem stale() {
        return new Problem(
                412,
                "stale-version",
                "It has changed since you read it",
                "Read it again and decide whether the change still stands.",
                List.of());
    }
}
